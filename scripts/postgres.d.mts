/** A problem with a plain reason, in both languages: shown without a stack trace. */
export declare class SetUpError extends Error {
  constructor(vi: string, en: string);
}

export interface Postgres {
  /** Connection string of the database `dondoc`, the superuser's. */
  readonly url: string;
  /** The postmaster. */
  readonly pid: number;
  /** True: it was running already. */
  readonly adopted: boolean;
  /** Ends the server, whoever started it. */
  stop(): Promise<void>;
}

/** Starts the server of a data directory, or takes over the one that runs there already. */
export declare function startPostgres(options: {
  dataDir: string;
  log?: (line: string) => void;
  /** False: survives a killed server but no power cut, for throw-away test data. */
  durable?: boolean;
  /** Further server settings. */
  settings?: Record<string, string | number>;
}): Promise<Postgres>;

/** The server that runs on this data directory now, or undefined. */
export declare function runningPostgres(dataDir: string): Promise<Postgres | undefined>;

/** The addresses of the two roles of the embedded server, made from its superuser's. */
export declare function roleUrls(superuserUrl: string): { url: string; migrationUrl: string };

/** A TCP port on 127.0.0.1 that nothing listens on. */
export declare function freePort(): Promise<number>;

export interface Lease {
  /** For the programs: of the role that may read and append events, and owns the read models. */
  readonly url: string;
  /** Of the role that owns the events' schema, when it is another. */
  readonly migrationUrl: string | undefined;
  /** Done with it: the last user stops the embedded server. */
  release(): Promise<void>;
}

/** DATABASE_URL when set; else the embedded server of the data directory, started if nobody runs it yet. */
export declare function databaseUrl(options: {
  dataDir: string;
  /** True: refuse when another `alone` user has it. */
  alone?: boolean;
  log?: (line: string) => void;
  durable?: boolean;
}): Promise<Lease>;

/** `databaseUrl` for the duration of some work. */
export declare function withPostgres<T>(
  options: { dataDir: string; log?: (line: string) => void },
  work: (url: string, migrationUrl: string | undefined) => Promise<T>,
): Promise<T>;

/** Gives back every lease that this process holds. */
export declare function releaseAll(): Promise<void>;
