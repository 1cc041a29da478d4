"""JSON Schemas of the Reconciliation Service API 0.2, written from its draft: what a client may rely on."""

NAMED = {
    "type": "object",
    "properties": {"id": {"type": "string", "minLength": 1}, "name": {"type": "string", "minLength": 1}},
    "required": ["id", "name"],
}
_PLACEHOLDER = {"type": "string", "pattern": r"^https?://.*\{\{id\}\}"}
_SERVICE = {
    "type": "object",
    "properties": {
        "service_url": {"type": "string", "pattern": "^https?://[^/]+"},
        "service_path": {"type": "string", "pattern": "^/"},
    },
    "required": ["service_url", "service_path"],
}
MANIFEST = {
    "type": "object",
    "properties": {
        "versions": {"type": "array", "items": {"type": "string"}, "contains": {"const": "0.2"}},
        "name": {"type": "string", "minLength": 1},
        "identifierSpace": {"type": "string", "pattern": "^[a-z]+:"},
        "schemaSpace": {"type": "string", "pattern": "^[a-z]+:"},
        "documentation": {"type": "string", "pattern": "^https?://"},
        "defaultTypes": {"type": "array", "items": NAMED},
        "view": {"type": "object", "properties": {"url": _PLACEHOLDER}, "required": ["url"]},
        "preview": {
            "type": "object",
            "properties": {"url": _PLACEHOLDER, "width": {"type": "integer"}, "height": {"type": "integer"}},
            "required": ["url", "width", "height"],
        },
        "suggest": {
            "type": "object",
            "properties": {"entity": _SERVICE, "type": _SERVICE, "property": _SERVICE},
            "additionalProperties": False,
        },
    },
    "required": ["versions", "name", "identifierSpace", "schemaSpace", "view"],
}
_CANDIDATE = {
    "type": "object",
    "properties": {
        **NAMED["properties"],
        "description": {"type": "string"},
        "score": {"type": "number"},
        "match": {"type": "boolean"},
        "type": {"type": "array", "items": {"anyOf": [NAMED, {"type": "string"}]}},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"id": {"type": "string"}, "value": {"type": ["number", "boolean"]}},
                "required": ["id", "value"],
            },
        },
    },
    "required": ["id", "name", "score"],
}
RESULT_BATCH = {
    "type": "object",
    "additionalProperties": {
        "type": "object",
        "properties": {"result": {"type": "array", "items": _CANDIDATE}},
        "required": ["result"],
    },
}
SUGGESTIONS = {
    "type": "object",
    "properties": {
        "result": {
            "type": "array",
            "items": {
                **NAMED,
                "properties": {
                    **NAMED["properties"],
                    "description": {"type": "string"},
                    "notable": {"type": "array", "items": {"anyOf": [NAMED, {"type": "string"}]}},
                },
            },
        }
    },
    "required": ["result"],
}
