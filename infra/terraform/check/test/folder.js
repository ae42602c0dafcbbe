import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkFolder } from '../src/folder.js';

const PIN = `terraform {
  required_providers {
    google = { source = "hashicorp/google", version = "6.50.0" }
  }
}`;

/** The problems of a folder that holds this text and the pin of the provider. */
export async function problemsOf(text, values = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'terraform-check-'));
  try {
    writeFileSync(path.join(folder, 'main.tf'), text);
    writeFileSync(path.join(folder, 'versions.tf'), text.includes('required_providers') ? '' : PIN);
    Object.entries(values).forEach(([name, content]) => writeFileSync(path.join(folder, name), content));
    return (await checkFolder(folder)).problems;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
