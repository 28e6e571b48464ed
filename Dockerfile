# syntax=docker/dockerfile:1
# On Record with the model that reads English, for runs by hand, and for the server and worker of compose.yaml.
FROM python:3.11-slim AS build
WORKDIR /src
RUN python -m venv /opt/onrecord
COPY requirements.lock ./
RUN /opt/onrecord/bin/pip install --no-cache-dir --require-hashes --no-deps --requirement requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY expectations expectations
COPY flows flows
COPY report report
COPY sql sql
COPY transforms transforms
COPY warehouse warehouse
COPY weights weights
RUN /opt/onrecord/bin/pip install --no-cache-dir --no-deps --no-build-isolation . \
    && /opt/onrecord/bin/onrecord setup

FROM python:3.11-slim
COPY --from=build /opt/onrecord /opt/onrecord
RUN useradd --create-home --uid 1000 onrecord && install --directory --owner=onrecord /data /home/onrecord/prefect
ENV PATH=/opt/onrecord/bin:$PATH \
    DO_NOT_TRACK=1 \
    PREFECT_SERVER_ANALYTICS_ENABLED=false
USER 1000
WORKDIR /data
VOLUME /data
ENTRYPOINT ["onrecord"]
CMD ["--help"]
