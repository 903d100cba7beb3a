import { html, nothing } from 'lit';
import type { Page } from './actions.ts';

type Input = {
	custom_id: string;
	label?: string;
	style: number;
	placeholder?: string;
	value?: string;
	required?: boolean;
	min_length?: number;
	max_length?: number;
};

/** A form that the bot asks to have filled in. */
export function form(page: Page) {
	const { form: open } = page.state;
	if (!open) return nothing;
	const rows = open.modal.components as unknown as { components?: Input[]; component?: Input; label?: string }[];
	const inputs: Input[] = rows.flatMap(
		({ components, component, label = '' }) => components ?? (component ? [{ label, ...component }] : []),
	);
	const close = () =>
		page.update((state) => {
			state.form = undefined;
		});
	const submit = (event: Event) => {
		event.preventDefault();
		const given = new FormData(event.currentTarget as HTMLFormElement);
		const values = Object.fromEntries([...given].map(([name, value]) => [name, String(value)]));
		close();
		void page.ask({ do: 'submit', interaction: open.interaction, values });
	};
	return html`<dialog class="form" aria-labelledby="form-title" @cancel=${close}>
		<form @submit=${submit}>
			<h2 id="form-title">${open.modal.title}</h2>
			${inputs.map(field)}
			<div class="form-buttons">
				<button type="button" class="button secondary" @click=${close}>Cancel</button>
				<button class="button primary">Submit</button>
			</div>
		</form>
	</dialog>`;
}

function field({
	custom_id,
	label,
	style,
	placeholder = '',
	value = '',
	required = true,
	min_length,
	max_length,
}: Input) {
	const bounds = { least: min_length ?? nothing, most: max_length ?? 4000 };
	const input =
		style === 2
			? html`<textarea name=${custom_id} rows="4" placeholder=${placeholder} ?required=${required} minlength=${bounds.least} maxlength=${bounds.most} .value=${value}></textarea>`
			: html`<input name=${custom_id} placeholder=${placeholder} ?required=${required} minlength=${bounds.least} maxlength=${bounds.most} .value=${value} />`;
	return html`<label class="form-field"><span>${label ?? custom_id}${required ? ' *' : ''}</span>${input}</label>`;
}
