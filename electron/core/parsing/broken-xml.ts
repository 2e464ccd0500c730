/** A feed that cannot be read. `reason` completes the sentence "it is a feed, but broken: …". */
export class BrokenXml extends Error {
  readonly reason: string;

  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
    this.name = 'BrokenXml';
  }
}
