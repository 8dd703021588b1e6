//! Following a link: one GET, over `http` or `https` only, within limits of time, size and redirects. Nothing that
//! comes back is ever run.

use std::io::Read;
use std::time::Duration;

use ureq::{Agent, Error};

use super::{Hint, SourceError};
use crate::clean::Clean;

/// The longest answer that is read, unpacked, in bytes.
pub const LONGEST_ANSWER: u64 = 64 << 20;
/// How many redirects are followed.
pub const MOST_REDIRECTS: u32 = 8;

/// What is waited for at most.
#[derive(Clone, Copy, Debug)]
struct Limits {
    connect: Duration,
    whole: Duration,
    bytes: u64,
}

const LIMITS: Limits = Limits {
    connect: Duration::from_secs(10),
    whole: Duration::from_secs(60),
    bytes: LONGEST_ANSWER,
};

/// Fetches `url`, named `name` in messages, with what the server said of it.
pub(super) fn fetch(url: &str, name: &Clean) -> Result<(Vec<u8>, Hint), SourceError> {
    within(url, name, LIMITS)
}

fn within(url: &str, name: &Clean, limits: Limits) -> Result<(Vec<u8>, Hint), SourceError> {
    let agent: Agent = Agent::config_builder()
        .timeout_connect(Some(limits.connect))
        .timeout_global(Some(limits.whole))
        .max_redirects(MOST_REDIRECTS)
        .user_agent(concat!("briefing/", env!("CARGO_PKG_VERSION")))
        .accept("text/html, application/xhtml+xml, text/markdown, text/plain, application/xml;q=0.9, application/json;q=0.9, */*;q=0.5")
        .build()
        .into();
    let failed = |error: &Error| explain(error, name, limits);
    let mut answer = agent.get(url).call().map_err(|e| failed(&e))?;
    let body = answer.body_mut();
    let hint = Hint {
        extension: None,
        content_type: body.mime_type().map(str::to_ascii_lowercase),
        charset: body
            .charset()
            .filter(|_| charset_is_given(body))
            .map(str::to_owned),
        item: None,
    };
    if let Some(kind) = hint.content_type.as_deref().filter(|k| never_text(k)) {
        return Err(fetch_error(
            name,
            &format!("the server sent {kind}, which is no text"),
            "open the page that it belongs to",
        ));
    }
    let mut bytes = Vec::new();
    body.with_config()
        .reader()
        .take(limits.bytes + 1)
        .read_to_end(&mut bytes)
        .map_err(|e| failed(&Error::from(e)))?;
    if bytes.len() as u64 > limits.bytes {
        return Err(super::read::too_large(name, limits.bytes));
    }
    Ok((bytes, hint))
}

/// The client fills in UTF-8 where the server named none, which is no hint at all.
fn charset_is_given(body: &ureq::Body) -> bool {
    body.charset().is_some_and(|c| !c.eq_ignore_ascii_case("utf-8"))
}

/// Media types that hold no words.
fn never_text(kind: &str) -> bool {
    ["image/", "video/", "audio/", "font/"]
        .iter()
        .any(|k| kind.starts_with(k))
        || matches!(kind, "application/pdf" | "application/zip")
}

fn explain(error: &Error, name: &Clean, limits: Limits) -> SourceError {
    const SAVE: &str = "check the connection, or save the page elsewhere and open the file";
    let (cause, remedy) = match error {
        Error::StatusCode(code @ (401..=403)) => (
            format!("the server refused it ({code})"),
            "open it in a browser, save the page and open the file",
        ),
        Error::StatusCode(code @ (404 | 410)) => (format!("no such page ({code})"), "check the address"),
        Error::StatusCode(code) => (format!("the server answered {code}"), "try again later"),
        Error::HostNotFound => ("the host was not found".to_owned(), SAVE),
        Error::Timeout(_) => (format!("no answer within {} s", limits.whole.as_secs()), SAVE),
        Error::TooManyRedirects | Error::RedirectFailed => (
            format!("more than {MOST_REDIRECTS} redirects"),
            "open the address that it leads to",
        ),
        Error::BadUri(_) | Error::Http(_) => ("not a valid address".to_owned(), "check the address"),
        Error::Io(cause) => (format!("cannot be reached: {cause}"), SAVE),
        other => (format!("cannot be reached: {other}"), SAVE),
    };
    fetch_error(name, &cause, remedy)
}

fn fetch_error(name: &Clean, cause: &str, remedy: &'static str) -> SourceError {
    SourceError::Fetch {
        name: name.clone(),
        cause: Clean::line(cause),
        remedy,
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader, Write};
    use std::net::{TcpListener, TcpStream};
    use std::thread;

    use super::*;

    /// A server on loopback that answers each request by `answer`, given the path; it lives as long as the test.
    fn serve(answer: impl Fn(&str, &mut TcpStream) + Send + Sync + 'static) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(mut stream) = stream else { return };
                let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
                let request = lines.next().and_then(Result::ok).unwrap_or_default();
                while lines.next().and_then(Result::ok).is_some_and(|l| !l.is_empty()) {}
                answer(request.split(' ').nth(1).unwrap_or("/"), &mut stream);
            }
        });
        address
    }

    fn reply(stream: &mut TcpStream, head: &str, body: &[u8]) {
        let length = body.len();
        let _ = write!(
            stream,
            "HTTP/1.1 {head}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
        );
        let _ = stream.write_all(body);
    }

    fn get(url: &str, limits: Limits) -> Result<(Vec<u8>, Hint), String> {
        within(url, &Clean::line(url), limits).map_err(|e| e.to_string())
    }

    const QUICK: Limits = Limits {
        connect: Duration::from_secs(2),
        whole: Duration::from_secs(2),
        bytes: 1000,
    };

    #[test]
    fn a_page_comes_with_its_type_and_charset() {
        let server = serve(|path, stream| match path {
            "/moved" => reply(stream, "302 Found\r\nLocation: /page", b""),
            _ => reply(
                stream,
                "200 OK\r\nContent-Type: text/html; charset=windows-1252",
                b"<p>caf\xe9</p>",
            ),
        });
        let (bytes, hint) = get(&format!("{server}/moved"), QUICK).unwrap();
        assert_eq!(bytes, b"<p>caf\xe9</p>");
        assert_eq!(hint.content_type.as_deref(), Some("text/html"));
        assert_eq!(hint.charset.as_deref(), Some("windows-1252"));
    }

    #[test]
    fn every_failure_names_the_link_and_the_remedy() {
        let server = serve(|path, stream| match path {
            "/paid" => reply(stream, "403 Forbidden", b""),
            "/broken" => reply(stream, "503 Down", b""),
            "/loop" => reply(stream, "302 Found\r\nLocation: /loop", b""),
            "/away" => reply(stream, "302 Found\r\nLocation: file:///etc/hostname", b""),
            "/picture" => reply(stream, "200 OK\r\nContent-Type: image/png", b"x"),
            "/large" => reply(stream, "200 OK\r\nContent-Type: text/plain", &[b'a'; 5000]),
            "/slow" => thread::sleep(Duration::from_secs(1)),
            // A redirect to another scheme is never followed there: at most its path is asked for here.
            _ => reply(stream, "404 Not Found", b""),
        });
        let cases = [
            ("/gone", "no such page (404)"),
            ("/paid", "save the page"),
            ("/broken", "answered 503"),
            ("/loop", "redirects"),
            ("/away", ""),
            ("/picture", "image/png"),
            ("/large", "larger than"),
        ];
        for (path, part) in cases {
            let url = format!("{server}{path}");
            let error = get(&url, QUICK).unwrap_err();
            assert!(
                error.starts_with(&url) && error.contains(part) && error.contains("; "),
                "{error}"
            );
        }
        let slow = Limits {
            whole: Duration::from_millis(200),
            ..QUICK
        };
        let error = get(&format!("{server}/slow"), slow).unwrap_err();
        assert!(error.contains("no answer within"), "{error}");
    }

    #[test]
    fn without_a_connection_the_message_says_what_to_do() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/", listener.local_addr().unwrap());
        drop(listener);
        let error = get(&url, QUICK).unwrap_err();
        assert!(
            error.contains("cannot be reached") && error.contains("save the page"),
            "{error}"
        );
    }

    #[test]
    fn a_packed_answer_is_unpacked_within_the_limit() {
        let server = serve(|_, stream| {
            let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
            encoder.write_all(&vec![b'a'; 1 << 20]).unwrap();
            reply(
                stream,
                "200 OK\r\nContent-Encoding: gzip\r\nContent-Type: text/plain",
                &encoder.finish().unwrap(),
            );
        });
        let error = get(&server, QUICK).unwrap_err();
        assert!(error.contains("larger than"), "{error}");
        let room = Limits {
            bytes: 2 << 20,
            ..QUICK
        };
        assert_eq!(get(&server, room).unwrap().0.len(), 1 << 20);
    }
}
