/** What is wrong with the call of a program; the message says it, and how it is called. */
export class UsageError extends Error {}
