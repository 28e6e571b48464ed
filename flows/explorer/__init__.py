"""The warehouse live in a browser, read-only, on this machine alone: `onrecord explore`."""
