"""What browsers of other origins are told."""

from mockforge.http import every


class TestBrowsers:
    TEXT = """
endpoints:
  - {path: /a, response: {body: x, headers: {X-Total: 3}}}
  - {path: /a, method: POST, response: {body: x}}
  - {path: /own, response: {body: x, headers: {Access-Control-Allow-Origin: "*"}}}
"""
    FROM = ("Origin", "http://localhost:3000")

    def test_of_other_origins_may_read_the_answers(self, asking):
        response = asking(self.TEXT)("/a", headers=[self.FROM]).response

        assert response.header("Access-Control-Allow-Origin") == self.FROM[1]
        assert response.header("Access-Control-Expose-Headers") == "X-Total"
        assert response.header("Vary") == "Origin"

    def test_are_told_what_they_may_ask(self, asking):
        asked = ("Access-Control-Request-Method", "POST")
        wanted = ("Access-Control-Request-Headers", "content-type, x-me")
        given = [self.FROM, asked, wanted]

        response = asking(self.TEXT)("/a", "OPTIONS", headers=given).response

        assert response.status == 204
        assert (
            response.header("Access-Control-Allow-Methods")
            == "GET, HEAD, POST, OPTIONS"
        )
        assert response.header("Access-Control-Allow-Headers") == wanted[1]
        assert response.header("Access-Control-Allow-Origin") == self.FROM[1]

    def test_hear_what_the_endpoint_says_itself(self, asking):
        response = asking(self.TEXT)("/own", headers=[self.FROM]).response

        assert every(response.headers, "access-control-allow-origin") == ["*"]

    def test_and_nobody_else_hears_of_it(self, asking):
        assert asking(self.TEXT)("/a").response.header("Vary") is None

    def test_options_tells_what_there_is_where_nobody_else_can(self, asking):
        told = asking(self.TEXT)("/a", "OPTIONS").response

        assert told.header("Allow") == "GET, HEAD, POST, OPTIONS"
        assert asking(self.TEXT, is_alone=False)("/a", "OPTIONS") is None
        asked = ("Access-Control-Request-Method", "DELETE")
        given = [self.FROM, asked]
        assert asking(self.TEXT)("/a", "OPTIONS", headers=given) is None

    def test_are_told_for_an_endpoint_of_every_method_too(self, asking):
        ask = asking("endpoints: [{path: /a, method: ANY, response: {body: x}}]")
        given = [self.FROM, ("Access-Control-Request-Method", "DELETE")]

        response = ask("/a", "OPTIONS", headers=given).response

        assert response.status == 204
        assert "DELETE" in response.header("Access-Control-Allow-Methods")

    def test_are_left_alone_where_that_is_asked_for(self, asking):
        ask = asking(self.TEXT)
        ask.stubs._opens = False

        assert ask("/a", headers=[self.FROM]).response.header("Vary") is None
        given = [self.FROM, ("Access-Control-Request-Method", "POST")]
        assert ask("/a", "OPTIONS", headers=given) is None
