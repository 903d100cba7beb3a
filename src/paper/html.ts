import { Parser } from 'htmlparser2';
import type { Run } from './runs.ts';

type Face = Omit<Run, 'text'>;

/** The elements and styles that citeproc writes; all others leave the face as it is. */
function faceIn(face: Face, name: string, { style = '' }: Record<string, string>): Face {
	if (name === 'i' || style.includes('font-style:italic')) return { ...face, italic: true };
	if (name === 'b' || style.includes('font-weight:bold')) return { ...face, bold: true };
	if (style.includes('font-style:normal')) return { ...face, italic: false };
	if (style.includes('font-weight:normal')) return { ...face, bold: false };
	return face;
}

/** citeproc's HTML as runs on one line: neighbours of one face are one run, and no white space stands at either end. */
export function runsOf(html: string): Run[] {
	const faces: Face[] = [{ italic: false, bold: false }];
	const runs: Run[] = [];
	const add = (text: string) => {
		const face = faces.at(-1) ?? { italic: false, bold: false };
		const last = runs.at(-1);
		if (last && last.italic === face.italic && last.bold === face.bold) last.text += text;
		else runs.push({ text, ...face });
	};
	const parser = new Parser({
		onopentag(name, attributes) {
			// The number of an entry and the entry itself are blocks, one behind the other.
			if (name === 'div') add(' ');
			faces.push(faceIn(faces.at(-1) ?? { italic: false, bold: false }, name, attributes));
		},
		onclosetag: () => void faces.pop(),
		ontext: add,
	});
	parser.end(html);
	return onOneLine(runs);
}

/** Runs of spaces are one space; those that cannot break, which some languages want, stay. */
function onOneLine(runs: readonly Run[]): Run[] {
	let before = ' ';
	const line = runs.map((run) => {
		const collapsed = run.text.replace(/[ \t\r\n]+/g, ' ');
		const text = before.endsWith(' ') ? collapsed.replace(/^ /, '') : collapsed;
		if (text !== '') before = text;
		return { ...run, text };
	});
	const last = line.findLast(({ text }) => text !== '');
	if (last) last.text = last.text.trimEnd();
	return line.filter(({ text }) => text !== '');
}
