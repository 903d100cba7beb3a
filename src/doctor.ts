import { config as readDotenv } from 'dotenv';
import { commands } from '../commands/index.ts';
import { connect, diagnose } from './diagnosis.ts';
import { explain } from './exit.ts';

/** Milliseconds that Discord has for an answer; it is asked no second time. */
const PATIENCE = 10_000;

async function main(): Promise<void> {
	readDotenv({ quiet: true });
	const checks = diagnose(process.versions.node, process.env, commands, (config) => connect(config, PATIENCE));
	for await (const { check, verdict, line } of checks) {
		process.stdout.write(`${verdict.padEnd(8)} ${check.padEnd(13)} ${line}\n`);
		if (verdict === 'wrong') process.exitCode = 1;
	}
}

main().catch((error: unknown) => {
	const { message } = explain(error, 'the check could not go on', process.env.DISCORD_TOKEN ?? '');
	process.stderr.write(`${message}\n`);
	process.exitCode = 1;
});
