/** Where the types lie. */
export declare const SCHEMA: string;
/** The types of the paths that the web app asks for, as an OpenAPI document describes them. */
export declare function typesOf(document: object): Promise<string>;
