import type { Slice } from './schema.ts';

/** A line that is not blank, trimmed, with its number in the file, from 1. */
export type Line = Slice & { number: number };

/** A line without its number, as paper.json keeps it. */
export const slice = ({ text, start, end }: Slice): Slice => ({ text, start, end });

/** A record that cannot be read: the line, from 1, and the rule that it breaks; the message is one line of both. */
export class RecordError extends Error {
	readonly line: number;
	readonly rule: string;

	constructor(line: number, rule: string) {
		super(`record.txt:${line}: ${rule}`);
		this.line = line;
		this.rule = rule;
	}
}

/** The lines that say something; a byte order mark and carriage returns count for the offsets and belong to none. */
export function linesOf(record: string): Line[] {
	let number = 0;
	return [...record.matchAll(/(.*?)(?:\r\n|\n|\r|$)/gsu)].flatMap(({ 1: line = '', index }) => {
		number += 1;
		const text = line.trim();
		const start = index + line.length - line.trimStart().length;
		return text ? [{ text, number, start, end: start + text.length }] : [];
	});
}
