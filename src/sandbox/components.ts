import { z } from 'zod';
import { issue, limits, link, snowflakeId, text } from './limits.ts';

const customId = text(limits.customId, 1);
const emoji = z.object({ id: snowflakeId.nullish(), name: z.string().nullish(), animated: z.boolean().nullish() });
const numeric = z.number().int().nonnegative().nullish();

const button = z
	.object({
		type: z.literal(2),
		id: numeric,
		style: z.number().int().min(1).max(6),
		label: text(limits.label).nullish(),
		emoji: emoji.nullish(),
		custom_id: customId.nullish(),
		url: link(['http', 'https', 'discord'], 512).nullish(),
		sku_id: snowflakeId.nullish(),
		disabled: z.boolean().nullish(),
	})
	.superRefine((value, context) => {
		const key = value.style === 5 ? 'url' : value.style === 6 ? 'sku_id' : 'custom_id';
		for (const other of ['url', 'sku_id', 'custom_id'] as const) {
			if (other === key && value[other] == null) {
				issue(context, [other], `BUTTON_COMPONENT_${key.toUpperCase()}_REQUIRED`, `A ${key} is required`);
			} else if (other !== key && value[other] != null) {
				const rule = 'A custom id and url cannot both be specified';
				issue(context, [other], 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', rule);
			}
		}
		if (value.style !== 6 && !value.label && !value.emoji) {
			issue(context, ['label'], 'BUTTON_COMPONENT_LABEL_REQUIRED', 'A label or emoji is required');
		}
	});

const selectBase = {
	id: numeric,
	custom_id: customId,
	placeholder: text(150).nullish(),
	min_values: z.number().int().min(0).max(25).nullish(),
	max_values: z.number().int().min(1).max(25).nullish(),
	disabled: z.boolean().nullish(),
};

const stringSelect = z
	.object({
		type: z.literal(3),
		...selectBase,
		options: z
			.array(
				z.object({
					label: text(100, 1),
					value: text(100, 1),
					description: text(100).nullish(),
					emoji: emoji.nullish(),
					default: z.boolean().nullish(),
				}),
			)
			.min(1)
			.max(25),
	})
	.superRefine((value, context) => {
		const seen = new Set<string>();
		for (const [at, option] of value.options.entries()) {
			if (seen.has(option.value)) {
				const rule = 'The specified option value is already used';
				issue(context, ['options', at, 'value'], 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', rule);
			}
			seen.add(option.value);
		}
	});

const otherSelect = z.looseObject({ type: z.union([5, 6, 7, 8].map((type) => z.literal(type))), ...selectBase });
const item = z.union([button, stringSelect, otherSelect]);
type Item = z.output<typeof item>;

const row = z
	.object({
		type: z.literal(1),
		id: numeric,
		components: z
			.array(z.looseObject({ type: z.number() }))
			.min(1)
			.max(limits.rowItems),
	})
	.transform((value, context) => {
		const components: Item[] = [];
		for (const [at, raw] of value.components.entries()) {
			// Not z.union: its issues would hide which field of the one meant is wrong.
			const schema = raw.type === 2 ? button : raw.type === 3 ? stringSelect : otherSelect;
			const result = schema.safeParse(raw);
			if (result.success) components.push(result.data);
			else
				for (const found of result.error.issues)
					context.issues.push({ ...found, input: raw, path: ['components', at, ...found.path] } as never);
		}
		if (value.components.length > 1 && components.some((component) => component.type !== 2)) {
			issue(context, ['components'], 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'Select menus need a row of their own');
		}
		return { ...value, components };
	});

export type Row = z.output<typeof row>;

/** The action rows of an ordinary message: at most five, each custom_id once. */
export const rows = z
	.array(row)
	.max(limits.rows)
	.superRefine((value, context) => {
		const seen = new Set<string>();
		for (const [at, { components }] of value.entries()) {
			for (const [index, component] of components.entries()) {
				const id = component.custom_id;
				if (id == null) continue;
				const path = [at, 'components', index, 'custom_id'];
				if (seen.has(id))
					issue(context, path, 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
				seen.add(id);
			}
		}
	});

/** The components of a message with the IS_COMPONENTS_V2 flag; only their number and their types are held against limits. */
export const layout = z.array(z.looseObject({ type: z.number().int().min(1).max(18) })).max(40);
