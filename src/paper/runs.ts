/** A piece of a formatted reference. */
export type Run = { text: string; italic: boolean; bold: boolean };

export const plainText = (runs: readonly Run[]) => runs.map(({ text }) => text).join('');
