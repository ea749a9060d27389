import { readLabels } from './read-labels';
import { readTrafficPolicy } from './read-traffic-policy';
import { readFields, readList, readOptionalFields, readText, readTexts } from './read-values';
import { Reading } from './reading';
import { frozenList } from '../frozen';
import { Profile } from '../profile';
import { resolveHost } from '../resolve-host';
import { Labels, Resource } from '../resource';
import { Rule, Subset } from '../rule';

/** A DestinationRule. */
export function readRule(reading: Reading, resource: Resource, profile: Profile): Rule {
  const spec = readFields(reading, reading.object.spec, 'spec');
  const host = readText(reading, spec.host, 'spec.host') ?? '';
  const subsets = readList(reading, spec.subsets, 'spec.subsets');
  return Object.freeze({
    ...resource,
    host,
    resolvedHost: resolveHost(host, resource.namespace, profile.clusterDomain),
    exportTo: readTexts(reading, spec.exportTo, 'spec.exportTo'),
    workloadSelector: readSelector(reading, spec.workloadSelector),
    trafficPolicy: readTrafficPolicy(reading, spec.trafficPolicy, 'spec.trafficPolicy'),
    subsets: frozenList(subsets.map((subset, index) => readSubset(reading, subset, `spec.subsets[${index}]`))),
  });
}

function readSelector(reading: Reading, value: unknown): Labels | undefined {
  const selector = readOptionalFields(reading, value, 'spec.workloadSelector');
  return selector === undefined ? undefined : readLabels(reading, selector.matchLabels, 'spec.workloadSelector.matchLabels');
}

function readSubset(reading: Reading, value: unknown, path: string): Subset {
  const subset = readFields(reading, value, path);
  return Object.freeze({
    name: readText(reading, subset.name, `${path}.name`) ?? '',
    labels: readLabels(reading, subset.labels, `${path}.labels`),
    trafficPolicy: readTrafficPolicy(reading, subset.trafficPolicy, `${path}.trafficPolicy`),
  });
}
