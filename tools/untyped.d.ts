/** Brings no types. */
declare module 'spdx-satisfies' {
	/** @throws where the first is no expression, or the second holds one of several licences */
	export default function satisfies(expression: string, licenses: string[]): boolean;
}
