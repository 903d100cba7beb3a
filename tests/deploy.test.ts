import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { SETTINGS } from '../src/config.ts';
import { type Health, startHealth } from '../src/discord/health.ts';
import { EXIT } from '../src/exit.ts';
import { type Running, running } from './running.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Instructions with their arguments, lines that go on joined, by the stage that they stand in. */
function stagesOf(dockerfile: string) {
	const lines = dockerfile
		.replaceAll(/^#.*\n/gm, '')
		.replaceAll(/\\\n\s*/g, '')
		.split('\n')
		.filter(Boolean);
	const stages: { name: string; steps: [instruction: string, rest: string][] }[] = [];
	for (const line of lines) {
		const [instruction = '', rest = ''] = line.split(/ (.*)/s);
		if (instruction === 'FROM') stages.push({ name: / AS (\w+)$/.exec(rest)?.[1] ?? '', steps: [] });
		stages.at(-1)?.steps.push([instruction, rest]);
	}
	return stages;
}

const stages = stagesOf(read('deploy/Dockerfile'));
const steps = (stage: (typeof stages)[number] | undefined, instruction: string) =>
	(stage?.steps ?? []).filter(([name]) => name === instruction).map(([, rest]) => rest);
const last = stages.at(-1);

describe('the Dockerfile', () => {
	const copies = stages.flatMap((stage) => steps(stage, 'COPY'));
	const sources = copies.filter((copy) => !copy.startsWith('--from=')).flatMap((copy) => copy.split(' ').slice(0, -1));

	test('copies what is there, from stages that are there', () => {
		expect(sources).toContain('src');
		expect(sources.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
		const from = copies.flatMap((copy) => /^--from=(\w+)/.exec(copy)?.[1] ?? []);
		expect(from).toEqual(['packages', 'build']);
		expect(stages.map(({ name }) => name)).toEqual(['build', 'packages', '']);
	});

	test('lets only that into the build, and no settings', () => {
		const [first, ...rules] = read('deploy/Dockerfile.dockerignore')
			.replaceAll(/^#.*\n/gm, '')
			.trim()
			.split('\n');
		expect(first).toBe('*');
		expect(rules.at(-1)).toBe('**/.env*');
		expect(rules.slice(0, -1).sort()).toEqual([...new Set(sources)].map((path) => `!${path}`).sort());
	});

	test('runs without development packages, install scripts or rights, from the file that npm start runs', () => {
		for (const command of stages.flatMap((stage) => steps(stage, 'RUN')).filter((command) => /npm ci/.test(command)))
			expect(command).toContain('--ignore-scripts');
		expect(steps(stages[1], 'RUN')).toEqual([expect.stringContaining('--omit=dev')]);
		expect(steps(last, 'RUN').join()).toContain('citation-style-language-styles');
		expect(steps(last, 'RUN').join()).not.toContain('npm');
		expect(steps(last, 'USER')).toEqual(['node']);
		const [command = ''] = steps(last, 'CMD');
		const { scripts } = JSON.parse(read('package.json'));
		expect(scripts.start).toContain(JSON.parse(command).join(' '));
		expect(scripts.build).toBeDefined();
	});

	describe('its health check', () => {
		const [check = ''] = steps(last, 'HEALTHCHECK');
		const [program = '', ...args] = JSON.parse(check.replace(/^.* CMD /s, '')) as string[];
		let health: Health;
		let it: Running | undefined;
		afterEach(async () => {
			await it?.close();
			it = undefined;
			await health.close();
		});
		/** Not in this thread, which is the one that answers. */
		const status = (port: number) =>
			new Promise<number | null>((resolve) => {
				const env = { ...process.env, HEALTH_PORT: String(port) };
				spawn(program === 'node' ? process.execPath : program, args, { env }).once('exit', resolve);
			});

		test('is 0 with a gateway that is ready and 1 without, and where nobody answers', async () => {
			health = await startHealth({ host: '127.0.0.1', port: 0 });
			expect(await status(health.port)).toBe(1);
			it = await running({ observer: health.observer });
			expect(await status(health.port)).toBe(0);
			await health.close();
			expect(await status(health.port)).toBe(1);
		});
	});
});

describe('the compose file', () => {
	const { services } = parse(read('deploy/compose.yaml'));
	const { bot } = services;

	test('builds this Dockerfile and keeps the container from what it does not need', () => {
		expect(existsSync(join(ROOT, 'deploy', bot.build.context, bot.build.dockerfile))).toBe(true);
		expect(bot).toMatchObject({
			init: true,
			read_only: true,
			cap_drop: ['ALL'],
			security_opt: ['no-new-privileges:true'],
			restart: 'unless-stopped',
		});
		expect(bot.ports).toBeUndefined();
	});

	test('sets only what the bot knows, and mounts the corpus where it then looks', () => {
		expect(Object.keys(bot.environment).filter((name) => !SETTINGS.includes(name))).toEqual([]);
		const [corpus] = bot.volumes;
		expect(corpus).toBe(`../corpus:${bot.environment.CORPUS_DIR}:ro`);
	});

	test('starts the bot through what does not let it be started again with 77 and 78', () => {
		const [, script] = bot.entrypoint;
		expect(steps(last, 'COPY')).toContain(`${script} ${script}`);
		expect(bot.command).toEqual(JSON.parse(steps(last, 'CMD')[0] ?? ''));
		expect(read(script)).toContain(`${Object.values(EXIT).join(' | ')})`);
	});
});

describe('hold.sh', () => {
	const held: ChildProcess[] = [];
	afterEach(() => {
		for (const child of held.splice(0)) child.kill('SIGKILL');
	});
	const hold = (...command: string[]) => {
		const child = spawn('sh', [join(ROOT, 'deploy/hold.sh'), ...command], { stdio: ['ignore', 'pipe', 'pipe'] });
		held.push(child);
		const said = (stream: 'stdout' | 'stderr', text: string) =>
			new Promise<void>((resolve) => {
				let all = '';
				child[stream].on('data', (chunk) => {
					all += chunk;
					if (all.includes(text)) resolve();
				});
			});
		const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
		return { child, said, ended };
	};
	const program = (source: string) => [process.execPath, '-e', source];

	test.each([0, 1, 3, 130])('ends with the status %i of the command', async (status) => {
		expect(await hold('sh', '-c', `exit ${status}`).ended).toBe(status);
	});

	test.each(Object.values(EXIT))('after status %i waits to be stopped', async (status) => {
		const { child, said, ended } = hold('sh', '-c', `exit ${status}`);
		await said('stderr', `ended with status ${status}`);
		child.kill('SIGHUP');
		expect(child.exitCode).toBeNull();
		child.kill('SIGTERM');
		expect(await ended).toBe(status);
	});

	test('hands signals on, however many, and waits for the command to end', async () => {
		const { child, said, ended } = hold(
			...program(`
				process.on('SIGHUP', () => console.log('reloaded'));
				process.on('SIGTERM', () => setTimeout(() => process.exit(5), 200));
				setInterval(() => {}, 1000);
				console.log('ready');
			`),
		);
		await said('stdout', 'ready');
		for (let i = 0; i < 2; i += 1) {
			const reloaded = said('stdout', 'reloaded');
			child.kill('SIGHUP');
			await reloaded;
		}
		child.kill('SIGTERM');
		expect(await ended).toBe(5);
	});
});

describe('the systemd unit', () => {
	const unit = read('deploy/verbatim.service');
	const values = (name: string) => [...unit.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value]) => value);

	test('does not start again what no start would mend', () => {
		expect(values('RestartPreventExitStatus')).toEqual([Object.values(EXIT).join(' ')]);
		expect(values('Restart')).toEqual(['on-failure']);
	});

	test('starts again what a reload has ended in its first moments', () => {
		expect(values('ExecReload')).toEqual([expect.stringContaining('-HUP')]);
		expect(values('RestartForceExitStatus')).toEqual(['SIGHUP']);
	});

	test('runs the file that npm start runs, as nobody, without rights', () => {
		const { scripts } = JSON.parse(read('package.json'));
		expect(scripts.start).toContain(values('ExecStart')[0]?.replace('/usr/bin/', ''));
		const hardened = { DynamicUser: 'yes', NoNewPrivileges: 'yes', ProtectSystem: 'strict', CapabilityBoundingSet: '' };
		for (const [name, value] of Object.entries(hardened)) expect([name, values(name)]).toEqual([name, [value]]);
	});

	test('is looked at with its own settings, by programs that are there without development packages', () => {
		const [settings] = values('EnvironmentFile');
		const docs = read('docs/operations.md').split('## systemd')[1]?.split('\n## ')[0] ?? '';
		const commands = [...docs.matchAll(/^node (?:(.*) )?dist\/(\S+)\.js/gm)];
		expect(commands.map(([, option, program]) => [option, program])).toEqual([
			[`--env-file=${settings}`, 'src/doctor'],
			[`--env-file=${settings}`, 'src/register'],
		]);
		for (const [, , program] of commands) expect(existsSync(join(ROOT, `${program}.ts`))).toBe(true);
	});

	const analyze = (...args: string[]) => spawnSync('systemd-analyze', args, { encoding: 'utf8' });
	const absent = analyze('--version').error !== undefined;
	if (absent) console.warn('skipped: systemd-analyze is not here');

	test.skipIf(absent)('is one that systemd understands, and calls safe', () => {
		const dir = mkdtempSync(join(tmpdir(), 'verbatim-'));
		const path = join(dir, 'verbatim.service');
		// The programs that it names need not be here.
		writeFileSync(path, unit.replace('/usr/bin/node', process.execPath).replace('/bin/kill', process.execPath));
		const verified = analyze('verify', '--man=no', path);
		const judged = analyze('security', '--offline=true', '--threshold=20', '--no-pager', path);
		rmSync(dir, { recursive: true });
		expect(verified.stderr.split('\n').filter((line) => line.includes('verbatim.service'))).toEqual([]);
		expect(judged.status).toBe(0);
	});
});
