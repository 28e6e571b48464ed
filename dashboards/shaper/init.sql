-- What Shaper does when it starts: the warehouse, read-only; then no query reaches another file.
attach if not exists '${ONRECORD_WAREHOUSE}' as onrecord (read_only);
set enable_external_access = false;
