import { QueryClient } from '@tanstack/react-query';

/** One cache for the page. Live data arrives by listeners, so nothing is ever stale or fetched again by itself. */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: Infinity, gcTime: 5 * 60_000, retry: 1, refetchOnWindowFocus: false, refetchOnReconnect: false } },
});
