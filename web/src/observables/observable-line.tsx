import { defang } from '@secura/domain/observables/defang';
import { observableLabel, stixName, type Observable, type ObservableKind, type ObservableScope } from '@secura/domain/observables/observable';
import { IconAt, IconBuildingBank, IconBug, IconCopy, IconCurrencyBitcoin, IconFingerprint, IconLink, IconServer, IconWorld } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { copyText } from '../ui/copy.ts';
import { MenuButton } from '../ui/menu-button.tsx';
import classes from './observables.module.css';

const icons: Record<ObservableKind, typeof IconLink> = {
  url: IconLink,
  domain: IconWorld,
  ip: IconServer,
  email: IconAt,
  hash: IconFingerprint,
  cve: IconBug,
  iban: IconBuildingBank,
  bitcoin: IconCurrencyBitcoin,
};

const scopes: Record<Exclude<ObservableScope, 'external'>, [label: string, meaning: string]> = {
  own: ['Our own', 'Belongs to a domain of this organisation. Not compared with other incidents.'],
  private: ['Private', 'Reaches nobody outside a local network. Not compared with other incidents.'],
};

/** One observable: what it is, its value as it is safe to show, and ways to copy it. */
export function ObservableLine({ observable, facts, actions }: { observable: Observable; facts?: ReactNode; actions?: ReactNode }) {
  const { kind, value, scope } = observable;
  const Icon = icons[kind];
  const shown = defang(observable);
  const label = observableLabel(observable);
  const stix = stixName(observable);
  return (
    <div className={classes.line}>
      <span className={classes.icon} title={stix ? `${label} (STIX: ${stix})` : label}>
        <Icon size={18} aria-hidden="true" />
      </span>
      <div className={classes.what}>
        <div className={classes.head}>
          <span className={classes.value}>{shown}</span>
          {scope !== 'external' && (
            <span className={classes.scope} title={scopes[scope][1]}>
              {scopes[scope][0]}
            </span>
          )}
        </div>
        <div className={classes.facts}>
          <span>{label}</span>
          {facts}
        </div>
      </div>
      <div className={classes.actions}>
        {actions}
        <MenuButton
          label={`Copy ${shown}`}
          trigger={<IconCopy size={18} aria-hidden="true" />}
          sections={[
            {
              items:
                shown === value
                  ? [{ id: 'copy', label: 'Copy', onSelect: () => void copyText(value) }]
                  : [
                      { id: 'defanged', label: 'Copy defanged', onSelect: () => void copyText(shown, 'Copied, defanged') },
                      { id: 'live', label: 'Copy as it works', onSelect: () => void copyText(value, 'Copied as it works: paste it with care') },
                    ],
            },
          ]}
        />
      </div>
    </div>
  );
}
