"""What every layer stands on: spans, evidence, readings, findings, errors. Knows no procurement."""
