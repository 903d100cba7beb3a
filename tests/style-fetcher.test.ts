import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchStyles } from '../src/style-fetcher.ts';
import { dependent, folderOf, style } from './csl.ts';

const FILES: Readonly<Record<string, string>> = {
	'/ieee.csl': style('IEEE'),
	'/parent.csl': style('Parent'),
	'/dependent/child.csl': dependent('Child', 'parent'),
	'/dependent/apa-child.csl': dependent('APA child', 'apa'),
	'/cut.csl': style('Cut').slice(0, -10),
	'/html.csl': '<html/>',
};

let server: Server;
let from: string;
beforeAll(async () => {
	server = createServer(({ url = '' }, response) => {
		const text = FILES[url];
		response.statusCode = url === '/broken.csl' ? 500 : text === undefined ? 404 : 200;
		response.end(text ?? 'no');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	from = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
	server.close();
});

async function fetched(...names: string[]) {
	const to = `${folderOf({})}/new/styles`;
	const result = await fetchStyles([...names, '--from', from, '--to', to]);
	return { ...result, to, files: existsSync(to) ? readdirSync(to).sort() : [] };
}

test('styles are written as they are, by name', async () => {
	const { written, problems, files, to } = await fetched('ieee', 'parent.csl');
	expect(problems).toEqual([]);
	expect(files).toEqual(['ieee.csl', 'parent.csl']);
	expect(written[0]).toBe(`${to}/ieee.csl: IEEE`);
	expect(readFileSync(`${to}/ieee.csl`, 'utf8')).toBe(FILES['/ieee.csl']);
});

test('a dependent style brings its parent, unless the bot has that itself', async () => {
	expect((await fetched('child')).files).toEqual(['child.csl', 'parent.csl']);
	expect((await fetched('apa-child')).files).toEqual(['apa-child.csl']);
});

test.each([
	['nothing', /There is no style “nothing”/],
	['../secret', /is no name of a style/],
	['cut', /is no CSL style: it is not well-formed XML/],
	['html', /is no CSL style: its root is <html>/],
	['broken', /answers with status 500/],
])('%s: a sentence, no file, and the others are written', async (name, problem) => {
	const { problems, files } = await fetched(name, 'ieee');
	expect(problems).toEqual([expect.stringMatching(problem)]);
	expect(files).toEqual(['ieee.csl']);
});

test('a server that is not there', async () => {
	const { problems } = await fetchStyles(['ieee', '--from', 'http://127.0.0.1:9/', '--to', folderOf({})]);
	expect(problems).toEqual([expect.stringMatching(/cannot be fetched/)]);
});

test('without a name, or with an unknown option, it says how it is used', async () => {
	expect((await fetchStyles([])).problems.join()).toContain('npm run styles -- ieee');
	await expect(fetchStyles(['--too', 'x'])).rejects.toThrow(/--too.*npm run styles -- ieee/s);
});
