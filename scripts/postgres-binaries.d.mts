/** `undefined`: the account we run as. */
export type Account = { uid: number; gid: number } | undefined;

/** The account for the server: ours, unless we are root; owners of these paths come first. */
export declare function serverAccount(owned: string[]): Account;

/** A folder with `bin/`, `lib/` and `share/` that the account can run from. */
export declare function usableBinaries(account: Account): { bin: string; major: number; release(): void };
