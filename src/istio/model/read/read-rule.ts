import { completed } from './completed';
import { Node } from './node';
import { readLabels } from './read-labels';
import { readTrafficPolicy } from './read-traffic-policy';
import { readText, readTexts } from './read-values';
import { frozenList } from '../frozen';
import { Profile } from '../profile';
import { resolveHost } from '../resolve-host';
import { Resource } from '../resource';
import { Rule, Subset } from '../rule';

/** A DestinationRule. */
export function readRule(root: Node, resource: Resource, profile: Profile): Rule {
  const spec = root.section('spec');
  const selector = spec.child('workloadSelector');
  const host = readText(spec, 'host') ?? '';
  return completed(resource, {
    host,
    resolvedHost: resolveHost(host, resource.namespace, profile.clusterDomain),
    exportTo: readTexts(spec, 'exportTo'),
    workloadSelector: selector === undefined ? undefined : readLabels(selector, 'matchLabels'),
    trafficPolicy: readTrafficPolicy(spec.child('trafficPolicy')),
    subsets: frozenList(spec.items('subsets').map(readSubset)),
  });
}

function readSubset(subset: Node): Subset {
  return Object.freeze({
    name: readText(subset, 'name') ?? '',
    labels: readLabels(subset, 'labels'),
    trafficPolicy: readTrafficPolicy(subset.child('trafficPolicy')),
  });
}
