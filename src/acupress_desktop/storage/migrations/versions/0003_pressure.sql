-- What schema 3 adds to schema 2, as it was released. Never change it: a later schema is a new revision.

CREATE TABLE pressure_trial (
  id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  device_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  created_utc INTEGER NOT NULL,
  created_offset_minutes INTEGER NOT NULL,
  created_zone TEXT NOT NULL,
  created_local_date TEXT NOT NULL,
  changed_utc INTEGER NOT NULL,
  changed_offset_minutes INTEGER NOT NULL,
  changed_zone TEXT NOT NULL,
  changed_local_date TEXT NOT NULL,
  deleted_utc INTEGER,
  hand TEXT NOT NULL,
  press_with TEXT NOT NULL,
  kind TEXT NOT NULL,
  felt_pressure INTEGER NOT NULL,
  grams INTEGER,
  moment_utc INTEGER NOT NULL,
  moment_offset_minutes INTEGER NOT NULL,
  moment_zone TEXT NOT NULL,
  moment_local_date TEXT NOT NULL,
  digest BLOB NOT NULL,
  CONSTRAINT pk_pressure_trial PRIMARY KEY (id),
  CONSTRAINT ck_pressure_trial_id CHECK (length(id) = 36),
  CONSTRAINT ck_pressure_trial_device_id CHECK (length(device_id) = 36),
  CONSTRAINT ck_pressure_trial_revision CHECK (revision BETWEEN 1 AND 1000000),
  CONSTRAINT ck_pressure_trial_created_utc CHECK (created_utc BETWEEN -62135596800000000 AND 253402300799999999),
  CONSTRAINT ck_pressure_trial_created_offset_minutes CHECK (created_offset_minutes BETWEEN -1440 AND 1440),
  CONSTRAINT ck_pressure_trial_created_zone CHECK (length(created_zone) <= 64),
  CONSTRAINT ck_pressure_trial_created_local_date CHECK (length(created_local_date) = 10),
  CONSTRAINT ck_pressure_trial_changed_utc CHECK (changed_utc BETWEEN -62135596800000000 AND 253402300799999999),
  CONSTRAINT ck_pressure_trial_changed_offset_minutes CHECK (changed_offset_minutes BETWEEN -1440 AND 1440),
  CONSTRAINT ck_pressure_trial_changed_zone CHECK (length(changed_zone) <= 64),
  CONSTRAINT ck_pressure_trial_changed_local_date CHECK (length(changed_local_date) = 10),
  CONSTRAINT ck_pressure_trial_deleted_utc CHECK (deleted_utc BETWEEN -62135596800000000 AND 253402300799999999),
  CONSTRAINT ck_pressure_trial_hand CHECK (hand IN ('left', 'right')),
  CONSTRAINT ck_pressure_trial_press_with CHECK (press_with IN ('thumb', 'fingers', 'knuckles', 'palm')),
  CONSTRAINT ck_pressure_trial_kind CHECK (kind IN ('level', 'ceiling')),
  CONSTRAINT ck_pressure_trial_felt_pressure CHECK (felt_pressure BETWEEN 0 AND 10),
  CONSTRAINT ck_pressure_trial_grams CHECK (grams BETWEEN 0 AND 30000),
  CONSTRAINT ck_pressure_trial_moment_utc CHECK (moment_utc BETWEEN -62135596800000000 AND 253402300799999999),
  CONSTRAINT ck_pressure_trial_moment_offset_minutes CHECK (moment_offset_minutes BETWEEN -1440 AND 1440),
  CONSTRAINT ck_pressure_trial_moment_zone CHECK (length(moment_zone) <= 64),
  CONSTRAINT ck_pressure_trial_moment_local_date CHECK (length(moment_local_date) = 10),
  CONSTRAINT ck_pressure_trial_digest CHECK (length(digest) = 16),
  CONSTRAINT fk_pressure_trial_person_id FOREIGN KEY(person_id) REFERENCES person (id)
) WITHOUT ROWID, STRICT;

CREATE INDEX ix_pressure_trial_moment_utc ON pressure_trial (moment_utc);

-- Made anew rather than altered, so that its columns stand where a fresh journal has them.
ALTER TABLE adverse_event RENAME TO adverse_event_2;

CREATE TABLE adverse_event (
  id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  device_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  created_utc INTEGER NOT NULL,
  created_offset_minutes INTEGER NOT NULL,
  created_zone TEXT NOT NULL,
  created_local_date TEXT NOT NULL,
  changed_utc INTEGER NOT NULL,
  changed_offset_minutes INTEGER NOT NULL,
  changed_zone TEXT NOT NULL,
  changed_local_date TEXT NOT NULL,
  deleted_utc INTEGER,
  session_id TEXT,
  moment_utc INTEGER NOT NULL,
  moment_offset_minutes INTEGER NOT NULL,
  moment_zone TEXT NOT NULL,
  moment_local_date TEXT NOT NULL,
  kind TEXT NOT NULL,
  point TEXT,
  note TEXT NOT NULL,
  side TEXT,
  region TEXT,
  digest BLOB NOT NULL,
  CONSTRAINT pk_adverse_event PRIMARY KEY (id),
  CONSTRAINT ck_adverse_event_id CHECK (length(id) = 36),
  CONSTRAINT ck_adverse_event_device_id CHECK (length(device_id) = 36),
  CONSTRAINT ck_adverse_event_revision CHECK (revision BETWEEN 1 AND 1000000),
  CONSTRAINT ck_adverse_event_created_utc CHECK (created_utc BETWEEN -62135596800000000 AND 253402300799999999),
  CONSTRAINT ck_adverse_event_created_offset_minutes CHECK (created_offset_minutes BETWEEN -1440 AND 1440),
  CONSTRAINT ck_adverse_event_created_zone CHECK (length(created_zone) <= 64),
  CONSTRAINT ck_adverse_event_created_local_date CHECK (length(created_local_date) = 10),
  CONSTRAINT ck_adverse_event_changed_utc CHECK (changed_utc BETWEEN -62135596800000000 AND 253402300799999999),
  CONSTRAINT ck_adverse_event_changed_offset_minutes CHECK (changed_offset_minutes BETWEEN -1440 AND 1440),
  CONSTRAINT ck_adverse_event_changed_zone CHECK (length(changed_zone) <= 64),
  CONSTRAINT ck_adverse_event_changed_local_date CHECK (length(changed_local_date) = 10),
  CONSTRAINT ck_adverse_event_deleted_utc CHECK (deleted_utc BETWEEN -62135596800000000 AND 253402300799999999),
  CONSTRAINT ck_adverse_event_session_id CHECK (length(session_id) = 36),
  CONSTRAINT ck_adverse_event_moment_utc CHECK (moment_utc BETWEEN -62135596800000000 AND 253402300799999999),
  CONSTRAINT ck_adverse_event_moment_offset_minutes CHECK (moment_offset_minutes BETWEEN -1440 AND 1440),
  CONSTRAINT ck_adverse_event_moment_zone CHECK (length(moment_zone) <= 64),
  CONSTRAINT ck_adverse_event_moment_local_date CHECK (length(moment_local_date) = 10),
  CONSTRAINT ck_adverse_event_kind CHECK (kind IN ('sore_spot', 'bruise', 'tingling', 'numb', 'dizzy', 'breathless', 'chest', 'sharp_pain', 'more_pain', 'other')),
  CONSTRAINT ck_adverse_event_point CHECK (length(point) BETWEEN 1 AND 64),
  CONSTRAINT ck_adverse_event_note CHECK (length(note) <= 4000),
  CONSTRAINT ck_adverse_event_side CHECK (side IN ('left', 'right', 'midline')),
  CONSTRAINT ck_adverse_event_region CHECK (length(region) BETWEEN 1 AND 64),
  CONSTRAINT ck_adverse_event_digest CHECK (length(digest) = 16),
  CONSTRAINT fk_adverse_event_person_id FOREIGN KEY(person_id) REFERENCES person (id),
  CONSTRAINT fk_adverse_event_session_id FOREIGN KEY(session_id) REFERENCES session (id)
) WITHOUT ROWID, STRICT;

INSERT INTO adverse_event (
  id, person_id, device_id, revision, created_utc, created_offset_minutes, created_zone, created_local_date, changed_utc,
  changed_offset_minutes, changed_zone, changed_local_date, deleted_utc, session_id, moment_utc, moment_offset_minutes,
  moment_zone, moment_local_date, kind, point, note, digest
) SELECT
  id, person_id, device_id, revision, created_utc, created_offset_minutes, created_zone, created_local_date, changed_utc,
  changed_offset_minutes, changed_zone, changed_local_date, deleted_utc, session_id, moment_utc, moment_offset_minutes,
  moment_zone, moment_local_date, kind, point, note, digest
FROM adverse_event_2;

DROP TABLE adverse_event_2;

CREATE INDEX ix_adverse_event_moment_utc ON adverse_event (moment_utc);

CREATE INDEX ix_adverse_event_session_id ON adverse_event (session_id);
