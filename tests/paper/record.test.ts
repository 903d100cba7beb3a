import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RecordError } from '../../src/paper/lines.ts';
import { makePaper } from '../../src/paper/paper.ts';
import { readPeople } from '../../src/paper/people.ts';
import { readRecord } from '../../src/paper/record.ts';
import { SECTION_KEYS } from '../../src/paper/section.ts';

const first = readFileSync('corpus/perrin-2018-peer-support/record.txt', 'utf8');

/** A repository's page with this abstract and foot. */
const page = (abstract: string, foot = '', head = 'posted on 29.01.2019, 00:00 by C Perrin') =>
	`File(s) not publicly available\n\nA title\n\njournal contribution\n${head}\n${abstract}\n\n\n${foot}`;
const sectionsOf = (abstract: string) =>
	readRecord(page(abstract)).file.sections.map(({ key, label, text }) => [key, label, text]);
const fileOf = (foot: string) => readRecord(page('It is.', foot)).file;

describe('the first record', () => {
	const { file, unread } = readRecord(first);

	test('gives its own facts and no other: initials, no year, no pages', () => {
		expect(file.item).toEqual({
			type: 'article-journal',
			title: 'The utility of peer-support in enhancing the treatment of incarcerated sexual offenders',
			author: [
				{ family: 'Perrin', given: 'C.' },
				{ family: 'Frost', given: 'Andrew' },
				{ family: 'Ware', given: 'J. B.' },
			],
			'container-title': 'International Journal of Therapeutic Communities',
			publisher: 'Emerald Publishing, UK',
		});
		expect(file.posted).toBe('2019-01-29');
		expect(file.affiliations).toEqual([
			'Corrective Services New South Wales',
			'University of Liverpool, Liverpool, UK',
		]);
		expect(unread).toEqual([]);
	});

	test('keeps the labels that it leaves blank', () => {
		const labels = ['Start Page', 'End Page', 'Number of Pages', 'Peer Reviewed', 'Open Access', 'Era Eligible'];
		expect(file.blank.map(({ text }) => text)).toEqual(labels);
	});

	test('is read alike with other line ends and a byte order mark, at offsets of its own', () => {
		const other = `\ufeff${first.replaceAll('\n', '\r\n')}`;
		const read = readRecord(other).file;
		expect(read.item).toEqual(file.item);
		expect(read.blank.map(({ text }) => text)).toEqual(file.blank.map(({ text }) => text));
		for (const [i, section] of read.sections.entries()) {
			expect(section.text).toBe(file.sections[i]?.text);
			expect(other.slice(section.start, section.end)).toBe(section.text);
		}
	});
});

describe('labels of an abstract', () => {
	test.each([
		['Purpose – A. Findings – B.', 'purpose findings'],
		['PURPOSE — A. FINDINGS - B.', 'purpose findings'],
		['Background: A. Methods: B. Results: C. Conclusions: D.', 'background methods findings conclusions'],
		['Aim\nA.\n\nMethodology\nB.\n\nMain results\nC.', 'purpose methods findings'],
		['Introduction: A. Objectives: B. Interpretation: C.', 'background purpose conclusions'],
		[
			'Context: A. Materials and methods: B. Limitations: C. Implications: D.',
			'background methods limitations practical',
		],
		[
			'Objective: A. Design: B. Setting: C. Participants: D. Interventions: E. Main outcome measures: F. Results: G.',
			'purpose methods methods methods methods methods findings',
		],
		[
			'Purpose – A. Design / methodology / approach – B. Research limitations and implications – C.',
			'purpose methods limitations',
		],
		[
			'Purpose – A. Practical implications – B. Social implications – C. Originality/value – D.',
			'purpose practical social originality',
		],
		['Background & aims: A. Patients and Methods: B. Conclusion: C.', 'background methods conclusions'],
		[
			'Findings – A. Organisational implications – B. Implications for policy and practice – C.',
			'findings practical practical',
		],
		['Purpose –A.Findings –B. Originality/value—C.', 'purpose findings originality'],
		['Objective:A. Methods:B.', 'purpose methods'],
		['purpose – a. findings – b.', 'purpose findings'],
		['Purpose: A. Findings – B.', 'purpose findings'],
		['Results: A. Results: B.', 'findings findings'],
		['Purpose – a – b – c. Findings – d.', 'purpose findings'],
		['Implications for research and practice: A.', 'limitations'],
		[
			'Purpose - A. Research limitations/future research - B. Practical/social implications - C. Originality - D.',
			'purpose limitations practical originality',
		],
		['Results: A. Limitations and future directions: B.', 'findings limitations'],
		['Objective(s): A. Method(s): B. Result(s): C.', 'purpose methods findings'],
		['Purpose − A. Findings ‒ B. Originality/value ― C.', 'purpose findings originality'],
	])('%s', (abstract, keys) => {
		expect(
			sectionsOf(abstract)
				.map(([key]) => key)
				.join(' '),
		).toBe(keys);
		expect(
			sectionsOf(abstract)
				.map(([, , text]) => text)
				.join(''),
		).toMatch(/^[A-Ga-g. –]+$/u);
	});

	test.each([
		['in prose, before an aside', 'We tried. Findings – as far as there were any – were mixed.'],
		['in the middle of a sentence', 'Of the many Findings – Results: none of them new – one stands out.'],
		['in brackets', 'The trial ended (it was short. Results: 5 of 7) in May.'],
		['behind an abbreviation, in small letters', 'We report all, e.g. results: a, b and c.'],
		['a compound word', 'Results-based work is common. Value-based work is not.'],
		['a word that is none', 'Resulting: this. Aimed – that.'],
		['a word broken at the end of a line', 'It was found. The\nmethods\nwere few.'.replace('\nwere', ' were')],
	])('no label: %s', (_, abstract) => {
		expect(sectionsOf(abstract)).toEqual([['abstract', '', abstract]]);
	});

	test('another way of setting off is prose where the section has its label', () => {
		const abstract = 'Purpose – A. Findings – B holds. Results: three. Originality/value – C.';
		expect(sectionsOf(abstract)[1]).toEqual(['findings', 'Findings', 'B holds. Results: three.']);
	});

	test('a line that is a label inside prose set off by dashes is none', () => {
		expect(sectionsOf('Findings – A (see\nResults\nthere). Purpose – B.').map(([key]) => key)).toEqual([
			'findings',
			'purpose',
		]);
	});

	test('text before the first label is an abstract without a label; an unknown label is text', () => {
		expect(sectionsOf('First this. Methods: A. Funding: B.')).toEqual([
			['abstract', '', 'First this.'],
			['methods', 'Methods', 'A. Funding: B.'],
		]);
	});

	test('a label without text is blank; one that the page doubles, or “Abstract” over all, is not', () => {
		const { file } = readRecord(page('Abstract\nPurpose – A. Social implications – Findings – Findings – B.'));
		expect(file.blank.map(({ text }) => text)).toEqual(['Social implications']);
		expect(file.sections.map(({ text }) => text)).toEqual(['A.', 'B.']);
	});
});

test('keywords and the type of the paper behind the abstract are none of its text, and named', () => {
	const { file, unread } = readRecord(
		page('Purpose – A. Originality/value – B. Keywords – Prison, peers. Paper type – Literature review'),
	);
	expect(file.sections.map(({ text }) => text)).toEqual(['A.', 'B.']);
	expect(unread.map(({ text }) => text)).toEqual(['Keywords – Prison, peers.', 'Paper type – Literature review']);
});

test('what looks like a label and is none that is known is text, and named', () => {
	const { file, doubtful } = readRecord(page('Purpose – A. Threats to validity – They are many. Findings – B – b.'));
	expect(file.sections.map(({ text }) => text)).toEqual(['A. Threats to validity – They are many.', 'B – b.']);
	expect(doubtful.map(({ text }) => text)).toEqual(['Threats to validity']);
});

describe('the line on the type', () => {
	const typed = (type: string) => readRecord(page('A.').replace('journal contribution\n', type));

	test.each([
		['journal contribution', 'article-journal'],
		['Thesis', 'thesis'],
		['conference contribution', 'paper-conference'],
		['poster', 'document'],
	])('%s is kept as it stands', (type, csl) => {
		const { file, unread } = typed(`${type}\n`);
		expect(file.item.type).toBe(csl);
		expect(file.lines.type?.text).toBe(type);
		expect(unread).toEqual([]);
	});

	test.each(['A subtitle', 'a thesis on wheels', 'constructor'])('%s is no type that is known: named', (line) => {
		const { file, unread } = typed(`${line}\n`);
		expect(file.item.type).toBe('document');
		expect(file.lines).not.toHaveProperty('type');
		expect(unread.map(({ text }) => text)).toEqual([line]);
	});

	test('there need be none, and the title is none', () => {
		const { file, unread } = readRecord('thesis\n\nposted on 29.01.2019, 00:00 by C Perrin\nA.');
		expect(file.item).toMatchObject({ type: 'document', title: 'thesis' });
		expect(file.lines).not.toHaveProperty('type');
		expect(unread).toEqual([]);
	});
});

describe('people', () => {
	test.each([
		['C Perrin, Andrew FrostAndrew Frost, JB Ware', 'Perrin|C.', 'Frost|Andrew', 'Ware|J. B.'],
		['A. B. Li and J-P Sartre', 'Li|A. B.', 'Sartre|J.-P.'],
		['Anna van der Berg, L de la Cruz & Peter De Vries', 'van der Berg|Anna', 'de la Cruz|L.', 'De Vries|Peter'],
		['Éva Kovács-Nagy, Ödön von Horváth, Łukasz Ż Śliwa', 'Kovács-Nagy|Éva', 'von Horváth|Ödön', 'Śliwa|Łukasz Ż.'],
		['Martin King Jr, Ann Lee', 'King|Martin|Jr', 'Lee|Ann'],
		['Martin King, Jr., Ann Lee', 'King|Martin|Jr.', 'Lee|Ann'],
		['Perrin, C.; van der Berg, Anna', 'Perrin|C.', 'van der Berg|Anna'],
		['Thomas Thomas, Boutros Boutros-Ghali, Bobo', 'Thomas|Thomas', 'Boutros-Ghali|Boutros', 'Bobo|'],
		['IAN WARE', 'WARE|IAN'],
		['C PerrinC Perrin', 'Perrin|C.'],
		['van der Berg, J., Müller, A. B. and O’Neil, C', 'van der Berg|J.', 'Müller|A. B.', 'O’Neil|C.'],
		['SMITH J, LEE K', 'SMITH|J.', 'LEE|K.'],
		['Smith JB, van der Berg A, De Vries MA', 'Smith|J. B.', 'van der Berg|A.', 'De Vries|M. A.'],
		['Mary WU, Jane LEE', 'WU|Mary', 'LEE|Jane'],
		['A Smith; B Jones;', 'Smith|A.', 'Jones|B.'],
		['A Smith, B Jones.', 'Smith|A.', 'Jones|B.'],
		['K. Lee1, M. Roe*, P Doe2,3 and Q Poe (Orcid 0000-0001)', 'Lee|K.', 'Roe|M.', 'Doe|P.', 'Poe|Q.'],
		['World Health Organization, A Li', 'World Health Organization', 'Li|A.'],
	])('%s', (list, ...people) => {
		const read = readPeople(list).names.map((name) => {
			if (name.literal) return name.literal;
			const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
			return [family, name.given ?? '', ...(name.suffix ? [name.suffix] : [])].join('|');
		});
		expect(read).toEqual(people);
		expect(readPeople(list).others).toBe(false);
	});

	test.each(['J Smith, et al.', 'J Smith et al', 'J Smith and others', 'Smith, J.; et al.'])(
		'%s: more than it names',
		(list) => {
			expect(readPeople(list)).toEqual({ names: [{ family: 'Smith', given: 'J.' }], others: true });
			const { file, unread } = readRecord(page('A.', '', `posted on 29.01.2019 by ${list}`));
			expect(file.item.author).toEqual([{ family: 'Smith', given: 'J.' }]);
			expect(unread.map(({ text }) => text)).toEqual([`posted on 29.01.2019 by ${list}`]);
		},
	);
});

describe('labels under the abstract', () => {
	test('values are read, a blank one is kept, what has no place is named', () => {
		const foot =
			'Volume\n\n18\n\n\nIssue\n\n\nStart Page\n\n211\n\n\nEnd Page\n\n219\n\n\nNumber of Pages\n\n9\n\n\nDOI\n\n' +
			'https://doi.org/10.1234/ab.5\n\n\nISSN\n\n1234-567x\n\n\nPublisher\n\nH & T\n\nPeer Reviewed\n\nYes\n\n' +
			'Open Access\n\n\nEra Eligible\n\nNo\n\n\nJournal of Things\n';
		const { file, unread } = readRecord(page('It is.', foot));
		expect(file.item).toMatchObject({
			'container-title': 'Journal of Things',
			publisher: 'H & T',
			volume: '18',
			page: '211-219',
			'number-of-pages': '9',
			DOI: '10.1234/ab.5',
			ISSN: '1234-567X',
		});
		expect(file.item).not.toHaveProperty('issue');
		expect(file.blank.map(({ text }) => text)).toEqual(['Issue', 'Open Access']);
		expect(file.lines['peer review']?.text).toBe('Peer Reviewed\n\nYes');
		expect(file.lines.page?.text).toBe('Start Page\n\n211\n\n\nEnd Page\n\n219');
		expect(unread.map(({ text }) => text)).toEqual(['Era Eligible\n\nNo']);
	});

	test('a first page alone does not say the pages, nor do pages that run backwards', () => {
		expect(fileOf('Start Page\n\n12\n\n\nEnd Page\n').item).not.toHaveProperty('page');
		expect(fileOf('Start Page\n\n12\n\n\nEnd Page\n\n9\n').item).not.toHaveProperty('page');
	});

	test('a line below two blank lines is no value; without a rule for it, it is left out and named', () => {
		const { file, unread } = readRecord(page('It is.', 'Volume\n\n\n7\n\nIssue\n\n2\n\n'));
		expect(file.item).not.toHaveProperty('volume');
		expect(file.blank.map(({ text }) => text)).toEqual(['Volume']);
		expect(unread.map(({ text }) => text)).toEqual(['7']);
	});

	test('only an article’s last line is a journal', () => {
		const thesis = page('It is.', 'Open Access\n\n\n\nUniversity Press').replace('journal contribution', 'thesis');
		const { file, unread } = readRecord(thesis);
		expect(file.item).toMatchObject({ type: 'thesis' });
		expect(file.item).not.toHaveProperty('container-title');
		expect(unread.map(({ text }) => text)).toEqual(['University Press']);
	});

	test('posted is not published; a publication year or date is', () => {
		expect(fileOf('').item).not.toHaveProperty('issued');
		expect(fileOf('Publication Year\n\n2018\n').item.issued).toEqual({ 'date-parts': [[2018]] });
		expect(fileOf('Publication Date\n\n2018-04-09\n').item.issued).toEqual({ 'date-parts': [[2018, 4, 9]] });
		expect(fileOf('Publication Date\n\n09.04.2018\n').item.issued).toEqual({ 'date-parts': [[2018, 4, 9]] });
	});

	test('a word that there is no value is no value', () => {
		const { file } = readRecord(page('It is.', 'Peer Reviewed\n\nYes\n\nEra Eligible\n\nN/A\n'));
		expect(file.item).not.toHaveProperty('container-title');
		expect(file.blank.map(({ text }) => text)).toEqual(['Era Eligible']);
	});

	test('a value is not taken for a publisher', () => {
		const { file } = readRecord(page('It is.', 'Number of Pages\n\n12 p.\n\nPeer Reviewed\n\nYes\n'));
		expect(file.item).toMatchObject({ 'number-of-pages': '12' });
		expect(file.item).not.toHaveProperty('publisher');
		expect(() => readRecord(page('It is.', 'Number of Pages\n\ntwelve\n\nPeer Reviewed\n\nYes\n'))).toThrow(
			'“Number of Pages” is followed by “twelve”, which is not a number',
		);
	});

	test('what stands far below the abstract is none of it, though its label is unknown', () => {
		const { file, unread } = readRecord(page('It is.\n\nIt was.', '\n\n\nHistory\n\n2017\n\nVolume\n\n3\n'));
		expect(file.sections.map(({ text }) => text)).toEqual(['It is.\n\nIt was.']);
		expect(unread.map(({ text }) => text)).toEqual(['History', '2017']);
		expect(file.item.volume).toBe('3');
	});
});

describe('a record that cannot be read: line and rule', () => {
	test.each([
		['empty', '', 'record.txt:1: no line “posted on'],
		['no posted line', 'A title\n\nText.', 'record.txt:1: no line “posted on'],
		['no title', 'posted on 29.01.2019 by C Perrin\nText.', 'record.txt:1: no title'],
		['too much before', 'A\nB\nC\nposted on 29.01.2019 by C Perrin\nText.', 'record.txt:3: only title and type'],
		['no such day', page('A.', '', 'posted on 31.02.2019, 00:00 by C Perrin'), 'record.txt:6: “31.02.2019” is no day'],
		[
			'a day of unclear order',
			page('A.', '', 'posted on 01/02/2019 by C Perrin'),
			'record.txt:6: “01/02/2019” is no day',
		],
		['a name missing', page('A.', '', 'posted on 29.01.2019 by C Perrin, , JB Ware'), 'record.txt:6: the authors'],
		['no family name', page('A.', '', 'posted on 29.01.2019 by C'), 'record.txt:6: the author “C” has no family name'],
		['no abstract', page('', 'Start Page\n'), 'record.txt:6: no abstract'],
		['labels only', page('Purpose –\nFindings –\n'), 'record.txt:7: the abstract has labels and no text'],
		[
			'a wrong value',
			page('A.', 'Open Access\n\nGold\n\nISSN\n'),
			'record.txt:12: “Open Access” is followed by “Gold”',
		],
	])('%s', (_, record, message) => {
		const read = () => readRecord(record);
		expect(read).toThrow(RecordError);
		expect(read).toThrow(message);
		expect(read).not.toThrow(/\n/u);
	});
});

test('a structured record of any labels, set off in any way, is read as it was made', () => {
	const labels = fc.constantFrom(
		...[
			'Background',
			'Objectives',
			'Design/methodology/approach',
			'Methods',
			'Findings',
			'Results',
			'Social implications',
		],
		...['Research limitations/implications', 'Practical implications', 'Originality/value', 'Conclusions', 'AIMS'],
	);
	const word = fc.constantFrom(
		'the',
		'peer-support',
		'Results',
		'3.5%',
		'(n = 12)',
		'e.g. pumps',
		'J. Ware',
		'was',
		'naïve',
		'👍🏽',
		'“so”',
	);
	const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `It ${words.join(' ')} ends.`);
	const text = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
	const parts = fc.uniqueArray(fc.tuple(labels, text), { selector: ([label]) => label, minLength: 1 });
	const style = fc.constantFrom(
		[' – ', ' '],
		[' — ', '\n'],
		[' - ', ' '],
		[': ', ' '],
		[':\n', '\n\n'],
		['\n', '\n'],
		['\n\n', '\r\n\r\n'],
	);
	fc.assert(
		fc.property(parts, style, (parts, [separator, between]) => {
			const record = page(parts.map(([label, text]) => `${label}${separator}${text}`).join(between), 'Open Access\n');
			const { item, ...rest } = readRecord(record).file;
			const paper = makePaper('x', { item: { id: 'x', ...item }, others: [], ...rest }, record);
			expect(paper.sections.map(({ label, text }) => [label, text])).toEqual(parts);
			for (const { key, text, start, end } of paper.sections) {
				expect(SECTION_KEYS).toContain(key);
				expect(record.slice(start, end)).toBe(text);
				const passages = paper.passages.filter((passage) => passage.start >= start && passage.end <= end);
				const outside = [start, ...passages.flatMap((passage) => [passage.start, passage.end]), end];
				for (let i = 0; i < outside.length; i += 2) expect(record.slice(outside[i], outside[i + 1]).trim()).toBe('');
			}
		}),
	);
});
