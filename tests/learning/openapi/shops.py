"""Documents for the tests of reading."""

import copy

SHOP = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1"},
    "servers": [{"url": "https://api.example/v1/"}],
    "paths": {
        "/orders": {
            "parameters": [{"$ref": "#/components/parameters/page"}],
            "get": {"responses": {"200": {"$ref": "#/components/responses/orders"}}},
            "post": {
                "requestBody": {
                    "content": {
                        "application/json": {
                            "schema": {"$ref": "#/components/schemas/Order"}
                        }
                    }
                },
                "responses": {
                    "201": {
                        "description": "made",
                        "content": {
                            "application/json": {
                                "schema": {"$ref": "#/components/schemas/Order"},
                                "example": {"id": 7, "name": "tea"},
                            }
                        },
                    },
                    "4XX": {
                        "description": "refused",
                        "content": {"application/problem+json": {"schema": {}}},
                    },
                    "default": {"description": "else"},
                },
            },
        },
        "/orders/{id}": {
            "get": {
                "parameters": [
                    {
                        "name": "id",
                        "in": "path",
                        "required": True,
                        "schema": {"type": "integer"},
                    }
                ],
                "responses": {"200": {"description": "one"}},
            }
        },
    },
    "components": {
        "parameters": {
            "page": {"name": "page", "in": "query", "schema": {"type": "integer"}}
        },
        "responses": {
            "orders": {
                "description": "all",
                "content": {
                    "application/json": {
                        "schema": {
                            "type": "array",
                            "items": {"$ref": "#/components/schemas/Order"},
                        }
                    }
                },
            }
        },
        "schemas": {
            "Order": {
                "type": "object",
                "properties": {
                    "id": {"type": "integer", "readOnly": True},
                    "name": {"type": "string"},
                    "parts": {
                        "type": "array",
                        "items": {"$ref": "#/components/schemas/Order"},
                    },
                },
                "required": ["id", "name"],
            }
        },
    },
}


def shop(**changes):
    """Return the document with other members at the top."""
    return {**copy.deepcopy(SHOP), **changes}
