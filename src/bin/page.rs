//! The `page` binary; all of it is in `gouji::app`.

fn main() {
    gouji::app::start();
}
