// The citation processor, run as a worker thread (see engine.ts). In JavaScript, because a worker is loaded by Node
// itself, from src/ in the tests and from dist/ in service, and Node 20 reads no TypeScript.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import CSL from 'citeproc';

const require = createRequire(import.meta.url);

/** As many engines as are kept beside those of the bot's own styles: one that is made like APA takes some 100 MB. */
const KEPT = 4;

/** The bot's own, by bundled name and locale; what has APA as its parent uses the same or one that may go. */
const STAYING = new Set(['apa ', 'harvard1 en-GB', 'vancouver ']);

/** @type {Map<string, CSL.Engine>} built engines, the one used last at the end */
const engines = new Map();

/** @type {import('./schema.ts').Item} what an engine is asked about: one paper a render, so that no year gets a letter */
let item = { id: '', type: '' };

parentPort?.on('message', (/** @type {import('./engine.ts').Order} */ order) => {
	try {
		parentPort?.postMessage({ order: order.order, rendered: render(order) });
	} catch (error) {
		parentPort?.postMessage({ order: order.order, reason: error instanceof Error ? error.message : String(error) });
	}
});

/** @param {import('./engine.ts').Order} order @returns {import('./engine.ts').Rendered} */
function render(order) {
	const engine = engineOf(order);
	item = order.item;
	engine.updateItems([]);
	engine.updateItems([item.id]);
	const entries = engine.makeBibliography();
	const cite = (/** @type {object} */ how) => engine.makeCitationCluster([{ id: item.id, ...how }]);
	return {
		reference: entries ? entries[1].join('') : '',
		citation: cite({}),
		author: cite({ 'author-only': true }),
		rest: cite({ 'suppress-author': true }),
		note: engine.opt.xclass === 'note',
	};
}

/** @param {import('./engine.ts').Order} order */
function engineOf({ style: { id, xml, bundled, locale } }) {
	const key = bundled === undefined ? id : `${bundled} ${locale ?? ''}`;
	const built =
		engines.get(key) ??
		new CSL.Engine(
			{ retrieveLocale, retrieveItem: () => item },
			onlyPreprints(xml ?? bundledStyles()[bundled ?? ''] ?? ''),
			locale,
			locale !== undefined,
		);
	engines.delete(key);
	engines.set(key, built);
	const [oldest, ...others] = [...engines.keys()].filter((one) => !STAYING.has(one));
	if (others.length >= KEPT && oldest !== undefined) engines.delete(oldest);
	return built;
}

/** @returns {Record<string, string>} */
const bundledStyles = () => require('@citation-js/plugin-csl/lib/styles.json');

/**
 * Some styles call an article without volume and pages a preprint. That they are not known makes it none, so the word
 * stands only where the item is of the type that CSL has for preprints.
 * @param {string} xml
 */
function onlyPreprints(xml) {
	return xml.replace(
		/<text [^>]*\bvalue="[^"]*preprint[^"]*"[^>]*\/>/gi,
		'<choose><if type="article">$&</if></choose>',
	);
}

/**
 * From the processor's package, whose five are the newer ones (APA needs their word for an article number), or else
 * from the package of all locales.
 * @param {string} language
 * @returns {string | false} false: there is no such locale, the processor asks for another
 */
function retrieveLocale(language) {
	const bundled = require('@citation-js/plugin-csl/lib/locales.json')[language];
	if (bundled !== undefined) return bundled;
	try {
		return readFileSync(require.resolve(`citeproc-locales/locales/locales-${language}.xml`), 'utf8');
	} catch {
		return false;
	}
}
