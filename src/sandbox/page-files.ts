import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/** The page's own files, which are served from their source: nothing is built ahead. */
const folder = join(packageRoot(), 'src', 'sandbox', 'page');

function packageRoot(): string {
	let at = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(at, 'package.json'))) at = dirname(at);
	return at;
}

export function readPageFile(name: 'index.html' | 'page.css'): string {
	return readFileSync(join(folder, name), 'utf8');
}

/** The page's program and the libraries it uses, as one script. */
export async function bundlePage(): Promise<string> {
	const bundle = await rolldown({
		input: join(folder, 'main.ts'),
		platform: 'browser',
		tsconfig: join(folder, 'tsconfig.json'),
		resolve: {
			alias: { 'lit/directives/style-map.js': join(folder, 'style-map.ts') },
			conditionNames: ['browser', 'production', 'import', 'default'],
		},
	});
	try {
		const { output } = await bundle.generate({ format: 'esm', minify: true, codeSplitting: false });
		return output[0].code;
	} finally {
		await bundle.close();
	}
}
