FROM python:3.12-slim AS build
ENV PIP_NO_CACHE_DIR=1
WORKDIR /src
COPY requirements requirements
RUN python -m venv /opt/sitrep \
    && /opt/sitrep/bin/pip install --require-hashes -r requirements/base.txt
RUN python -m venv /opt/build \
    && /opt/build/bin/pip install --require-hashes -r requirements/build.txt
COPY . .
RUN /opt/build/bin/hatchling build -t wheel -d /opt/wheel \
    && /opt/sitrep/bin/pip install --no-deps /opt/wheel/*.whl
RUN /opt/sitrep/bin/sitrep gazetteer build

FROM python:3.12-slim
RUN mkdir /data && chown 10001:10001 /data
COPY --from=build /opt/sitrep /opt/sitrep
ENV PATH=/opt/sitrep/bin:$PATH \
    SITREP_HOST=0.0.0.0 \
    SITREP_DATA_DIR=/data
USER 10001:10001
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/readyz', timeout=2)"]
CMD ["sitrep", "serve"]
