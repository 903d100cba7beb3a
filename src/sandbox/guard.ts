const names = ['127.0.0.1', 'localhost'];

type Headers = { host?: string | undefined; origin?: string | undefined };

/**
 * Whether a request was made to this machine by name, and not by a page of the web: such a page can reach a loopback
 * address, under its own Origin or, with a DNS name that it turns on 127.0.0.1, under its own Host.
 */
export function isFromHere({ host, origin }: Headers, served: string): boolean {
	const { port } = new URL(served);
	const hosts = names.map((name) => new URL(`http://${name}:${port}`).host);
	if (host === undefined || !hosts.includes(host.toLowerCase())) return false;
	return origin === undefined || origin === `http://${host.toLowerCase()}`;
}
