/** The system's name for what went wrong, such as ENOENT; empty when it was not the system. */
export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

export const isCode = (error: unknown, code: string): boolean => codeOf(error) === code;

/** What went wrong, for the reason in a failure. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
