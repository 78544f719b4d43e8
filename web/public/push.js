// Part of the service worker (web/vite.config.ts, importScripts): shows what is pushed, and opens it.
(function () {
  self.addEventListener('push', function (event) {
    event.waitUntil(show(event.data));
  });

  self.addEventListener('notificationclick', function (event) {
    event.notification.close();
    event.waitUntil(open(event.notification.data));
  });

  function show(data) {
    var told = {};
    try {
      told = data.json().data || {};
    } catch {
      // Nothing that we sent. A browser wants to see something for each push all the same.
    }
    return self.registration.showNotification('Secura', {
      body: typeof told.text === 'string' ? told.text : 'There is something new in your inbox.',
      // One event has one tag: told again, it takes its own place and makes no sound.
      tag: typeof told.key === 'string' ? told.key : 'secura',
      icon: '/icons/icon-192.png',
      data: pathOf(told.link),
    });
  }

  // Into this app or to the inbox, and nowhere else.
  function pathOf(link) {
    try {
      var url = new URL(link, self.location.origin);
      if (typeof link === 'string' && url.origin === self.location.origin) return url.pathname + url.search;
    } catch {
      // No address at all.
    }
    return '/inbox';
  }

  async function open(path) {
    var windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
    var there = windows.find(function (one) {
      return new URL(one.url).pathname === path;
    });
    // Another window is left as it is: somebody may be typing in it.
    return there ? there.focus() : self.clients.openWindow(path);
  }
})();
