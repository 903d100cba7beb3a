import { LineError } from './line.ts';
import type { Message } from './state.ts';

export type Component = {
	type: number;
	id?: number;
	custom_id?: string;
	label?: string;
	placeholder?: string;
	url?: string;
	disabled?: boolean;
	emoji?: { name?: string };
	components?: Component[];
	accessory?: Component;
};

/** Every button, menu and field below a message's rows, in reading order. */
export function componentsOf(components: readonly unknown[] | undefined): Component[] {
	return (components ?? []).flatMap((one) => {
		const { components: inner, accessory } = one as Component;
		if (!inner && !accessory) return [one as Component];
		return componentsOf([...(inner ?? []), ...(accessory ? [accessory] : [])]);
	});
}

/** What stands on a button or menu. */
export function labelOf({ label, placeholder, emoji, custom_id }: Component): string {
	return label ?? placeholder ?? emoji?.name ?? custom_id ?? '';
}

/** The button or menu with this label or custom_id, if it can be pressed. */
export function findComponent(message: Message, name: string, kind: 'button' | 'menu'): Component {
	const all = componentsOf(message.components).filter(({ type }) =>
		kind === 'button' ? type === 2 : type === 3 || (type >= 5 && type <= 8),
	);
	const found =
		all.find((one) => one.custom_id === name || labelOf(one) === name) ??
		all.find((one) => labelOf(one).toLowerCase() === name.toLowerCase());
	if (!found) {
		const names = all.map(labelOf).join(', ') || 'none';
		throw new LineError(`There is no ${kind} "${name}". There are: ${names}`);
	}
	if (found.disabled) throw new LineError(`The ${kind} "${labelOf(found)}" is disabled`);
	if (found.url) throw new LineError(`The button "${labelOf(found)}" opens ${found.url}`);
	return found;
}
