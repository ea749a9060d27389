import { entry, groupBy } from './group';
import { SelectorIndex } from './selector-index';
import { compareResources } from '../canonical-order';
import { frozenList } from '../frozen';
import { once } from '../once';
import { Labels } from '../resource';
import { Service, ServiceEntry } from '../service';

const NO_SERVICES: readonly Service[] = frozenList([]);
const NO_ENTRIES: readonly ServiceEntry[] = frozenList([]);

/** The Services and ServiceEntries of one mesh by name, host and pod labels. */
export class ServiceIndex {
  private readonly byNamespace = once(() => groupBy(this.services, service => service.namespace));
  private readonly byHost = once(() => groupBy(this.services.filter(service => service.host !== undefined), service => service.host));
  private readonly entriesByHost = once(() => this.groupEntries());
  private readonly byName = new Map<string | undefined, ReadonlyMap<string, readonly Service[]>>();
  private readonly selectors = new Map<string | undefined, SelectorIndex<Service>>();

  constructor(private readonly services: readonly Service[], private readonly serviceEntries: readonly ServiceEntry[]) {}

  service(namespace: string | undefined, name: string): Service | undefined {
    return entry(this.byName, namespace, () => groupBy(this.servicesIn(namespace), service => service.name)).get(name)?.[0];
  }

  serviceByHost(host: string): Service | undefined {
    return this.byHost().get(host)?.[0];
  }

  serviceEntriesByHost(host: string): readonly ServiceEntry[] {
    return this.entriesByHost().get(host) ?? NO_ENTRIES;
  }

  servicesOf(namespace: string | undefined, podLabels: Labels): readonly Service[] {
    return entry(this.selectors, namespace, () => {
      // A Service without selector selects nothing, unlike a policy.
      const selecting = this.servicesIn(namespace).filter(service => service.selector.size > 0);
      return new SelectorIndex(selecting, service => service.selector, compareResources);
    }).matching(podLabels);
  }

  private servicesIn(namespace: string | undefined): readonly Service[] {
    return this.byNamespace().get(namespace) ?? NO_SERVICES;
  }

  private groupEntries(): ReadonlyMap<string, readonly ServiceEntry[]> {
    const pairs = this.serviceEntries.flatMap(serviceEntry => [...new Set(serviceEntry.hosts)].map(host => ({ host, serviceEntry })));
    const groups = groupBy(pairs, pair => pair.host);
    return new Map([...groups].map(([host, found]) => [host, frozenList(found.map(pair => pair.serviceEntry))]));
  }
}
