const day = 86_400_000;

const styles: Record<string, Intl.DateTimeFormatOptions> = {
	t: { timeStyle: 'short' },
	T: { timeStyle: 'medium' },
	d: { dateStyle: 'short' },
	D: { dateStyle: 'long' },
	f: { dateStyle: 'long', timeStyle: 'short' },
	F: { dateStyle: 'full', timeStyle: 'short' },
};

/** `<t:…>` as Discord writes it out, in the reader's own language. */
export function timeText(date: Date, style = 'f'): string {
	if (style === 'R') return relative(date);
	return new Intl.DateTimeFormat(undefined, styles[style] ?? styles.f).format(date);
}

/** When a message was sent: `10:42 AM` today, `Yesterday at 10:42 AM`, otherwise the date and time. */
export function sentAt(iso: string, now = Date.now()): string {
	const date = new Date(iso);
	const time = timeText(date, 't');
	const midnight = new Date(now).setHours(0, 0, 0, 0);
	if (date.getTime() >= midnight) return time;
	if (date.getTime() >= midnight - day) return `Yesterday at ${time}`;
	return new Intl.DateTimeFormat(undefined, { dateStyle: 'short', timeStyle: 'short' }).format(date);
}

const units = [
	['year', 365 * day],
	['month', 30 * day],
	['day', day],
	['hour', 3_600_000],
	['minute', 60_000],
	['second', 1000],
] as const;

function relative(date: Date): string {
	const off = date.getTime() - Date.now();
	const [unit, size] = units.find(([, size]) => Math.abs(off) >= size) ?? units[5];
	return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(Math.trunc(off / size), unit);
}
