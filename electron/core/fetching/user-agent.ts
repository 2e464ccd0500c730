const VERSION = '0.1.0';

/** Says honestly who asks (RFC 9110, 10.1.5). */
export const USER_AGENT = `Caravan/${VERSION} (+https://caravan.example/about; desktop news reader)`;
