/** The part of citeproc-js that we use; it brings no types. https://citeproc-js.readthedocs.io/ */
declare module 'citeproc' {
	namespace CSL {
		class Engine {
			constructor(
				sys: { retrieveLocale(language: string): string | false; retrieveItem(id: string): object },
				style: string,
				locale?: string,
				forceLocale?: boolean,
			);
			opt: { xclass: 'in-text' | 'note' };
			updateItems(ids: string[]): void;
			/** False: the style has no reference list. */
			makeBibliography(): [object, string[]] | false;
			makeCitationCluster(items: object[]): string;
		}
	}
	export default CSL;
}
