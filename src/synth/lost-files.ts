import { App, Chart, YamlOutputType } from 'cdk8s';
import { IConstruct } from 'constructs';
import { duplicateObject } from '../checks/mtls103-duplicate-object';
import { FileClash, fileClashes, WrittenObject } from '../checks/support/file-clashes';
import { Finding } from '../findings/finding';
import { describedFinding } from '../findings/finding-of';
import { CollectedManifests } from '../tree/collect-manifests';

/** Policies and rules that this App loses because it writes them into one file (MTLS103): only the surface knows which files an App writes. */
export function lostFiles(root: IConstruct, collected: CollectedManifests): readonly Finding[] {
  const output = YamlOutputType[(root as Partial<App>).yamlOutputType ?? YamlOutputType.FILE_PER_CHART] as keyof typeof YamlOutputType;
  if (output !== 'FILE_PER_RESOURCE' && output !== 'FOLDER_PER_CHART_FILE_PER_RESOURCE') return [];
  return fileClashes(writtenObjects(collected), output).map(findingOf);
}

function writtenObjects({ manifests, constructs }: CollectedManifests): WrittenObject[] {
  return manifests.filter(({ context }) => context !== true).map(({ object, mesh = '', origin }) => {
    const { kind, metadata } = object as { kind: string; metadata?: { name?: string; namespace?: string } };
    const construct = origin?.construct ?? '';
    return { kind, namespace: metadata?.namespace, name: metadata?.name ?? '', mesh, construct, chart: Chart.of(constructs.get(construct)!).node.path };
  });
}

/** On the last one: the others are lost because of it. */
function findingOf(clash: FileClash): Finding {
  const { mesh, construct, kind, namespace, name } = clash.objects[clash.objects.length - 1];
  return describedFinding(duplicateObject, {
    ...duplicateObject.fileClash(clash), mesh, origin: { construct }, path: 'metadata.name', object: { apiVersion: '', kind, namespace, name },
  });
}
