import { chromiumPath } from '../../tools/chromium.ts';

/** Ends the run with one sentence where there is no browser, instead of failing test by test. */
export function setup(): void {
	chromiumPath();
}
