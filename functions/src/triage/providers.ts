import { geminiPort } from './gemini.ts';
import type { OpinionPort } from './opinion-port.ts';
import { dailyBudget } from './token-budget.ts';

const defaultModel = 'gemini-2.5-flash';
const defaultDailyTokens = 1_000_000;

// One for each running instance: its breaker remembers failures from call to call.
let port: ReturnType<typeof geminiPort> | undefined;

/**
 * Gemini, when its secret is set.
 * @param share the part of the day's tokens that it may be asked within
 */
export function gemini(share: number): OpinionPort | null {
  const apiKey = process.env['GEMINI_API_KEY'];
  if (!apiKey) return null;
  port ??= geminiPort({ apiKey, model: process.env['GEMINI_MODEL'] || defaultModel });
  return port.within(dailyBudget(Number(process.env['GEMINI_DAILY_TOKENS']) || defaultDailyTokens, share));
}
