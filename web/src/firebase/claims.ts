import { roles, type Role } from '@secura/domain/people/vocabulary';
import type { User } from 'firebase/auth';

export interface Claims {
  role: Role | null;
  lead: boolean;
}

function pick(claims: Record<string, unknown>): Claims {
  const role = roles.find((known) => known === claims.role) ?? null;
  return { role, lead: claims.lead === true };
}

/** The payload of a JWT, unverified: it decides only what is shown, never what is allowed. */
export function payloadOf(token: string): Record<string, unknown> {
  try {
    const [, payload = ''] = token.split('.');
    const bytes = Uint8Array.from(atob(payload.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** Role and lead of the person; offline, an expired token still says who they were. */
export async function readClaims(user: User): Promise<Claims> {
  try {
    return pick((await user.getIdTokenResult()).claims);
  } catch {
    const { stsTokenManager } = user.toJSON() as { stsTokenManager?: { accessToken?: string } };
    return pick(payloadOf(stsTokenManager?.accessToken ?? ''));
  }
}
