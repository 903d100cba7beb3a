import { noChange } from 'lit';
import { type AttributePart, Directive, directive } from 'lit/directive.js';

type Styles = Readonly<Record<string, string | number | null | undefined>>;

/**
 * Stands in for Lit's own `styleMap`, which the library's elements use: that one writes a `style` attribute the first
 * time, which the page's content security policy forbids; set one by one, styles are allowed.
 */
class StyleMap extends Directive {
	render(_styles: Styles) {
		return noChange;
	}

	override update({ element }: AttributePart, [styles]: [Styles]) {
		const { style } = element as HTMLElement;
		for (const [name, value] of Object.entries(styles)) {
			if (value == null || value === '') style.removeProperty(name);
			else style.setProperty(name, String(value));
		}
		return noChange;
	}
}

export const styleMap = directive(StyleMap);
