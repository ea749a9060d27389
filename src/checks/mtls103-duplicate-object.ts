import { Check, Observation } from './check';
import { objectName } from './object-name';
import { equalValues } from './support/equal-values';
import { FileClash } from './support/file-clashes';
import { folderOf } from './support/folder-of';
import { listed } from './support/listed';
import { groupBy } from '../istio/model/index/group';
import { Resource } from '../istio/model/resource';

const KINDS: readonly string[] = ['PeerAuthentication', 'DestinationRule'];

/** The check, and the words for what only the synth surface can know: which files an App writes. */
export const duplicateObject: Check & { fileClash(clash: FileClash): Pick<Observation, 'severity' | 'message' | 'fix'> } = {
  id: 'MTLS103',
  name: 'duplicate-object',
  why: 'a cluster holds one object of a kind, namespace and name: the copy that is applied last takes the place of the others without a word',
  sources: ['Kubernetes: names are unique within a kind and namespace', 'https://github.com/cdk8s-team/cdk8s/issues/2821'],
  severity: 'Error for copies that differ, in one App or in one file, and for objects that overwrite the file of another; '
    + 'warning for equal copies, and for copies in several files of one folder, which may be alternatives; copies in different folders are variants.',
  fix: 'keep one of the copies, or give the others names of their own',
  peers: [],
  bad: {
    yaml: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: reviews
  namespace: production
spec:
  host: reviews.production.svc.cluster.local
  trafficPolicy:
    tls:
      mode: ISTIO_MUTUAL
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: reviews
  namespace: production
spec:
  host: ratings.production.svc.cluster.local
  trafficPolicy:
    tls:
      mode: ISTIO_MUTUAL
`,
  },
  good: {
    yaml: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: reviews
  namespace: production
spec:
  host: reviews.production.svc.cluster.local
  trafficPolicy:
    tls:
      mode: ISTIO_MUTUAL
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: ratings
  namespace: production
spec:
  host: ratings.production.svc.cluster.local
  trafficPolicy:
    tls:
      mode: ISTIO_MUTUAL
`,
  },

  *check({ mesh }) {
    for (const copies of mesh.duplicates) {
      if (!KINDS.includes(copies[0].kind)) continue;
      // what the cluster has already is what an emitted object is meant to replace
      const emitted = copies.filter(({ context }) => !context);
      // copies in the folders of different overlays are variants of one object
      for (const sameFolder of groupBy(emitted, folderOf).values()) {
        if (sameFolder.length > 1) yield duplicate(sameFolder);
      }
    }
  },

  fileClash({ file, objects }) {
    const names = listed(objects.map((object) => `${objectName(object)} (${object.construct})`));
    return {
      severity: 'error',
      message: `the file ${file} is written ${objects.length} times and only the last object stays, because its name leaves the namespace out: ${names}`,
      fix: 'use YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE with a chart for each namespace, or give the objects different names',
    };
  },
};

function duplicate(copies: readonly Resource[]): Observation {
  const lost = [...groupBy(copies, ({ origin }) => origin.file).values()].find((sameFile) => !areEqual(sameFile));
  const resource = (lost ?? copies)[(lost ?? copies).length - 1];
  const content = areEqual(copies) ? 'with the same content' : 'with different contents';
  const alternative = resource.origin.file === undefined
    ? 'declare a MeshProfile for each cluster if they go to different ones'
    : 'check each cluster as a mesh of its own if they go to different ones';
  return {
    severity: lost === undefined ? 'warning' : 'error',
    resource,
    path: 'metadata.name',
    message: `${objectName(resource)} is written ${copies.length} times ${content}, at ${listed(copies.map(placeOf))}: a cluster keeps the one that is applied last`,
    fix: `keep one or give each a name of its own; ${alternative}`,
    related: copies.filter((copy) => copy !== resource),
  };
}

function areEqual([first, ...others]: readonly Resource[]): boolean {
  return others.every((other) => equalValues(first.object, other.object));
}

function placeOf({ origin: { construct, file, document, item } }: Resource): string {
  if (file === undefined) return construct ?? 'an unnamed place';
  return [file, ...document === undefined ? [] : [`document ${document + 1}`], ...item === undefined ? [] : [`item ${item + 1}`]].join(' ');
}
