export declare function objection(from: string, target: string, typeOnly?: boolean): string | undefined;
