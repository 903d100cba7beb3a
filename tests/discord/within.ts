import type { APIButtonComponentWithCustomId, APIEmbed } from 'discord.js';
import { expect } from 'vitest';
import type { Message } from '../../src/discord/render.ts';

/** Discord's rules for a message, in the words of its documents; the numbers stand here on purpose a second time. */
export function expectWithinLimits({ embeds, components }: Message): void {
	expect(embeds.length).toBeGreaterThan(0);
	expect(embeds.length).toBeLessThanOrEqual(10);
	for (const embed of embeds) expectEmbedWithinLimits(embed);
	expect(embeds.reduce((sum, embed) => sum + textOf(embed).length, 0)).toBeLessThanOrEqual(6000);
	expect(components.length).toBeLessThanOrEqual(5);
	const buttons = components.flatMap((row) => row.components) as APIButtonComponentWithCustomId[];
	for (const row of components) expect(row.components.length).toBeLessThanOrEqual(5);
	for (const { custom_id, label = '' } of buttons) {
		expect(custom_id.length).toBeLessThanOrEqual(100);
		expect(label.length).toBeGreaterThan(0);
		expect(label.length).toBeLessThanOrEqual(80);
	}
	expect(new Set(buttons.map(({ custom_id }) => custom_id)).size).toBe(buttons.length);
}

const textOf = ({ title = '', description = '', footer, fields = [] }: APIEmbed) =>
	[title, description, footer?.text ?? '', ...fields.flatMap(({ name, value }) => [name, value])].join('');

function expectEmbedWithinLimits({ title = '', description = '', footer, fields = [], url = '' }: APIEmbed): void {
	expect(title.length).toBeLessThanOrEqual(256);
	expect(description.length).toBeLessThanOrEqual(4096);
	expect(footer?.text.length ?? 0).toBeLessThanOrEqual(2048);
	expect(url.length).toBeLessThanOrEqual(2048);
	expect(fields.length).toBeLessThanOrEqual(25);
	for (const { name, value } of fields) {
		expect(name.trim()).not.toBe('');
		expect(value.trim()).not.toBe('');
		expect(name.length).toBeLessThanOrEqual(256);
		expect(value.length).toBeLessThanOrEqual(1024);
	}
	expect(title + description + fields.length).not.toBe('0');
}
