import type { Rule } from 'eslint';

export declare const boundaries: Rule.RuleModule;
export declare function objection(from: string, target: string, typeOnly?: boolean): string | undefined;
