import { lazy, Suspense, useEffect } from 'react';
import { BrowserRouter, Outlet, Route, Routes, useLocation } from 'react-router';
import { announce, LiveRegion } from '../ui/announcer.tsx';
import { GuestOnly, RequireSession } from './access.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { NotFound } from './not-found.tsx';
import { Opening } from './opening.tsx';
import { Providers } from './providers.tsx';
import { routes, type AppRoute } from './routes.tsx';

const Shell = lazy(() => import('./shell.tsx').then((module) => ({ default: module.Shell })));
const UpdatePrompt = lazy(() => import('./update-prompt.tsx').then((module) => ({ default: module.UpdatePrompt })));

const pages = routes.map((route) => ({ ...route, Page: lazy(route.load) }));

/** Whether a page was shown already; outside the component, which is made anew for each page. */
let arrived = false;

/** Names the page in the tab, and moves a screen reader's attention to it after a change of route. */
function Arrival({ title }: { title: string }) {
  const { pathname } = useLocation();
  useEffect(() => {
    document.title = title === 'Secura' ? 'Secura: report security incidents' : `${title} · Secura`;
    if (!arrived) {
      arrived = true;
      return;
    }
    window.scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
    announce(title);
  }, [pathname, title]);
  return null;
}

function PageOf({ route, Page }: { route: AppRoute; Page: (typeof pages)[number]['Page'] }) {
  const { pathname } = useLocation();
  return (
    <ErrorBoundary key={pathname}>
      <Arrival title={route.title} />
      <Suspense fallback={<Opening />}>
        {route.access === 'guest' ? (
          <GuestOnly>
            <Page />
          </GuestOnly>
        ) : route.access === 'session' ? (
          <RequireSession action={route.action} only={route.only}>
            <Page />
          </RequireSession>
        ) : (
          <Page />
        )}
      </Suspense>
    </ErrorBoundary>
  );
}

function WithinShell() {
  return (
    <RequireSession>
      <Suspense fallback={<Opening />}>
        <Shell>
          <Outlet />
        </Shell>
      </Suspense>
    </RequireSession>
  );
}

/** The whole app. */
export function App() {
  return (
    <Providers>
      <ErrorBoundary>
        <BrowserRouter>
          <a className="skip-link" href="#main">
            Skip to the content
          </a>
          <Routes>
            {pages
              .filter((route) => route.access !== 'session')
              .map(({ Page, ...route }) => (
                <Route key={route.path} path={route.path} element={<PageOf route={route} Page={Page} />} />
              ))}
            <Route element={<WithinShell />}>
              {pages
                .filter((route) => route.access === 'session')
                .map(({ Page, ...route }) => (
                  <Route key={route.path} path={route.path} element={<PageOf route={route} Page={Page} />} />
                ))}
            </Route>
            <Route path="*" element={<NotFound />} />
          </Routes>
          <LiveRegion />
          <Suspense>
            <UpdatePrompt />
          </Suspense>
        </BrowserRouter>
      </ErrorBoundary>
    </Providers>
  );
}
