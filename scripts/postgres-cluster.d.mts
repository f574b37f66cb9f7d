import type { Account } from './postgres-binaries.mjs';

/** The role and the database of the register. */
export declare const USER: string;

export interface Place {
  readonly dataDir: string;
  readonly cluster: string;
  readonly password: string;
  readonly log: string;
}

export declare function placeOf(dataDir: string): Place;
export declare function makeDataDir(place: Place): void;
export declare function clusterArgument(cluster: string, account: Account): string;
export declare function serverEnvironment(): NodeJS.ProcessEnv;
export declare function ensurePassword(place: Place): string;
