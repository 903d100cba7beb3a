/** Exit statuses that a supervisor must not answer with a restart: it would fail the same way, and spend IDENTIFYs. */
export const EXIT = {
	/** Discord refuses the token (EX_NOPERM of sysexits.h). */
	refusedToken: 77,
	/** Settings or corpus are wrong (EX_CONFIG). */
	badConfig: 78,
} as const;
