export const quantile = (values: readonly number[], share: number) =>
	[...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? Number.NaN;

export const median = (values: readonly number[]) => quantile(values, 0.5);

/** Of the straight line that is nearest to the points (least squares). */
export function slope(points: readonly (readonly [x: number, y: number])[]): number {
	const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
	const [x, y] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
	const down = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
	return points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) / down;
}
