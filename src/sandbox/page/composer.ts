import { html, nothing } from 'lit';
import type { Page } from './actions.ts';
import * as edit from './composer-edit.ts';
import type { Composer, Field, Popup, Suggestion } from './composer-state.ts';
import { channelOf, titleOf } from './state.ts';

const popupId = 'suggestions';

/** Where people type: a message, or a command with a field for each of its options. */
export function composer(page: Page) {
	const { state } = page;
	const { composer: now, world } = state;
	const channel = channelOf(state);
	if (!world || !channel) return nothing;
	const place =
		channel.kind === 'dm' ? `@${world.bot.username}` : channel.kind === 'thread' ? channel.name : `#${channel.name}`;
	return html`<form class="composer" @submit=${(event: Event) => event.preventDefault()}>
		${now.popup ? popup(page, now.popup) : nothing} ${now.replyTo ? replying(page, now.replyTo) : nothing}
		<div class="box">${now.line ? commandLine(page, now) : textBox(page, now, `Message ${place}`)}</div>
		<p class="error" role="alert">${now.error ?? ''}</p>
	</form>`;
}

/** What makes an input the combobox of the suggestions. */
function active({ popup: shown }: Composer): string | typeof nothing {
	return shown && shown.active >= 0 ? `suggestion-${shown.active}` : nothing;
}

function textBox(page: Page, now: Composer, label: string) {
	return html`<textarea
		id="text"
		rows="1"
		role="combobox"
		aria-label=${label}
		placeholder=${label}
		aria-autocomplete="list"
		aria-expanded=${now.popup !== undefined}
		aria-controls=${now.popup ? popupId : nothing}
		aria-activedescendant=${active(now)}
		autocomplete="off"
		.value=${now.text}
		@input=${(event: Event) => edit.typeText(page, event.currentTarget as HTMLTextAreaElement)}
		@keydown=${(event: KeyboardEvent) => edit.textKey(page, event)}
	></textarea>`;
}

function commandLine(page: Page, now: Composer) {
	const { line } = now;
	if (!line) return nothing;
	const open = now.popup !== undefined;
	const title = `/${[line.command, ...line.path].map(({ name }) => name).join(' ')}`;
	return html`<div class="command" role="group" aria-label="Command ${title}">
		<span class="command-name">${title}</span>
		${line.fields.map((field, at) => chip(page, now, field, at))}
		<input
			class="rest"
			data-field=${line.fields.length}
			role="combobox"
			aria-label=${`Options of ${title}; Enter sends`}
			aria-autocomplete="list"
			aria-expanded=${open && line.at === line.fields.length}
			aria-controls=${open ? popupId : nothing}
			aria-activedescendant=${line.at === line.fields.length ? active(now) : nothing}
			autocomplete="off"
			.value=${line.rest}
			placeholder=${edit.restHint(line)}
			@focus=${() => edit.enter(page, line.fields.length)}
			@input=${(event: Event) => edit.typeField(page, line.fields.length, (event.currentTarget as HTMLInputElement).value)}
			@keydown=${(event: KeyboardEvent) => edit.fieldKey(page, event)}
		/>
	</div>`;
}

function chip(page: Page, now: Composer, { option, text }: Field, at: number) {
	const here = now.line?.at === at;
	const wrong = now.error !== undefined && option.required === true && text.trim() === '';
	return html`<label class="chip ${wrong ? 'wrong' : ''}">
		<span class="chip-name">${option.name}</span>
		<span class="chip-value" data-text=${text}
			><input
				data-field=${at}
				role="combobox"
				size="1"
				aria-autocomplete="list"
				aria-expanded=${here && (now.popup?.items.length ?? 0) > 0}
				aria-controls=${now.popup ? popupId : nothing}
				aria-activedescendant=${here ? active(now) : nothing}
				aria-required=${option.required ?? false}
				aria-invalid=${wrong}
				autocomplete="off"
				.value=${text}
				@focus=${() => edit.enter(page, at)}
				@input=${(event: Event) => edit.typeField(page, at, (event.currentTarget as HTMLInputElement).value)}
				@keydown=${(event: KeyboardEvent) => edit.fieldKey(page, event)}
		/></span>
	</label>`;
}

function popup(page: Page, { title, detail, items, active: at, note }: Popup) {
	return html`<div class="popup">
		<div class="popup-head"><strong>${title}</strong>${detail === '' ? nothing : html`<span>${detail}</span>`}</div>
		${note ? html`<p class="note" role="status">${note}</p>` : nothing}
		<div id=${popupId} role="listbox" aria-label=${title}>
			${items.map((item, index) => suggestion(page, item, index, index === at))}
		</div>
	</div>`;
}

function suggestion(page: Page, item: Suggestion, index: number, selected: boolean) {
	return html`<div
		id="suggestion-${index}"
		role="option"
		class="suggestion"
		aria-selected=${selected}
		@pointerdown=${(event: Event) => event.preventDefault()}
		@click=${() => edit.take(page, item)}
	>
		<span class="suggestion-label">${item.label}</span>
		${'detail' in item ? html`<span class="suggestion-detail">${item.detail}</span>` : nothing}
	</div>`;
}

function replying(page: Page, id: string) {
	const { world } = page.state;
	const target = world?.messages.find((one) => one.id === id);
	if (!target) return nothing;
	const cancel = () =>
		page.update(({ composer }) => {
			delete composer.replyTo;
		});
	return html`<div class="replying">
		<span>Replying to <strong>${target.author.username}</strong> in ${titleOf(world!, channelOf(page.state)!)}</span>
		<button aria-label="Cancel the reply" @click=${cancel}>✕</button>
	</div>`;
}
