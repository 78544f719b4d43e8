import { geminiModel, type StructuredModel } from './model.ts';
import { dailyBudget } from './token-budget.ts';

const defaultModel = 'gemini-2.5-flash';
const defaultDailyTokens = 1_000_000;

// One for each running instance: its breaker remembers failures from call to call.
let model: ReturnType<typeof geminiModel> | undefined;

/**
 * Gemini, when its secret is set.
 * @param share the part of the day's tokens that it may be asked within
 */
export function configuredGemini(share: number): StructuredModel | null {
  const apiKey = process.env['GEMINI_API_KEY'];
  if (!apiKey) return null;
  model ??= geminiModel({ apiKey, model: process.env['GEMINI_MODEL'] || defaultModel });
  return model.within(dailyBudget(Number(process.env['GEMINI_DAILY_TOKENS']) || defaultDailyTokens, share));
}
